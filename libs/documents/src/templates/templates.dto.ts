import { IsBoolean } from 'class-validator';

export class ActivateTemplateRequest {
  /** `true`: papers of its kind signed from now on are made with it; `false`: with the built-in layout again. */
  @IsBoolean({ message: '应为 true 或 false' })
  active!: boolean;
}

export class TemplateView {
  id!: string;
  kind!: string;
  /** Name of the kind. */
  kindName!: string;
  version!: number;
  active!: boolean;
  hash!: string;
  uploadedBy!: string;
  uploadedAt!: Date;
}
