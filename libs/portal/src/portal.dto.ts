import { IsCalendarDate, type CalendarDate } from '@app/kernel';
import { IsOptional } from 'class-validator';

/** An organ that can be a respondent. */
export class RespondentView {
  id!: string;
  name!: string;
  shortName!: string;
  /** DEPARTMENT, TOWN, SUBDISTRICT, … */
  kind!: string;
  kindName!: string;
}

export class RespondentsRequest {
  /** The day; today if left out. */
  @IsOptional()
  @IsCalendarDate()
  on?: CalendarDate;
}

export class PortalCodeView {
  code!: string;
  name!: string;
}

/** What can be chosen in the form. */
export class PortalCodesView {
  /** 申请事项. */
  matters!: PortalCodeView[];
  /** 行政管理类别. */
  fields!: PortalCodeView[];
  /** Kinds of papers. */
  idTypes!: PortalCodeView[];
}

export class RightView {
  /** RIGHT, DUTY or AID (where help is found). */
  kind!: 'RIGHT' | 'DUTY' | 'AID';
  title!: string;
  text!: string;
  article!: string;
}
