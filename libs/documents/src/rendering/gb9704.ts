/** GB/T 9704-2012 《党政机关公文格式》: lengths in millimetres, sizes in points. */
export const PAGE = { width: 210, height: 297, top: 37, bottom: 35, left: 28, right: 26 } as const;

/** 版心: what is printed on. */
export const TYPE_AREA = { width: PAGE.width - PAGE.left - PAGE.right, height: PAGE.height - PAGE.top - PAGE.bottom };

/** A page lying across: the head of its table is where the pages are bound, so all sides move on by one. */
export const ACROSS = {
  width: PAGE.height,
  height: PAGE.width,
  top: PAGE.left,
  right: PAGE.top,
  bottom: PAGE.right,
  left: PAGE.bottom,
} as const;

/** How wide a line may be, in millimetres. */
export const lineWidth = ({ width, left, right }: typeof PAGE | typeof ACROSS): number => width - left - right;

/** Names as office computers have them. */
export const FONTS = {
  body: '仿宋_GB2312',
  title: '方正小标宋简体',
  first: '黑体',
  second: '楷体_GB2312',
  song: '宋体',
} as const;
export type Font = keyof typeof FONTS;

/** 2号, 3号, 4号; 五号 in the wide table of a list. */
export const SIZE = { title: 22, body: 16, small: 14, list: 10.5 } as const;

/** 22 lines of the body fill 225 mm exactly; 28 characters fill 156 mm if each gives up a quarter of a point. */
export const LINE = { title: 35, body: 28.95, small: 22, list: 16 } as const;
export const CHARACTER_SPACING = -0.25;
export const CHARACTER = SIZE.body + CHARACTER_SPACING;
/** Characters on a line of the body. */
export const CHARACTERS = 28;

export const POINTS_OF_MM = 72 / 25.4;
export const TWIPS_OF_POINT = 20;

/** The page number stands 7 mm below the type area, in 4号宋体: from the bottom edge. */
export const PAGE_NUMBER_FROM_EDGE = PAGE.bottom - 7 - SIZE.small / POINTS_OF_MM;

/** 信函格式: the mark's upper edge, the length of the red lines, and the lower line, from the bottom edge. */
export const LETTER = { markTop: 30, line: 170, lowerLine: 20 } as const;

/** The width of a text in characters of the body: what is Latin or a digit takes half. */
export function widthOf(text: string): number {
  return [...text].reduce((sum, char) => sum + (/[\u0020-\u00ff]/.test(char) ? 0.5 : 1), 0);
}
