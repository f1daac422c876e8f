import { applyDecorators, type Type } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, getSchemaPath } from '@nestjs/swagger';

const ROWS = { type: 'integer', minimum: 0 };

/** Documents a route that answers a page of a list, whose items are of this class: generics have no schema of their own. */
export const ApiPage = (item: Type) =>
  applyDecorators(
    ApiExtraModels(item),
    ApiOkResponse({
      schema: {
        type: 'object',
        required: ['items', 'page', 'size', 'total', 'totalIsCapped'],
        properties: {
          items: { type: 'array', items: { $ref: getSchemaPath(item) } },
          page: ROWS,
          size: ROWS,
          total: ROWS,
          totalIsCapped: { type: 'boolean', description: 'There are at least `total` rows, not exactly.' },
        },
      },
    }),
  );

/** Documents a route that answers a file, of one of these media types. */
export const ApiFile = (...types: string[]) =>
  ApiOkResponse({
    content: Object.fromEntries(types.map((type) => [type, { schema: { type: 'string', format: 'binary' } }])),
  });
