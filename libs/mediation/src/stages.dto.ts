/** A code with its Chinese name. */
export class StageCodeView {
  code!: string;
  name!: string;
}

/** How long may be mediated. */
export class StageTermView {
  /** Variant of the clock rule MD_TERM. */
  variant!: string;
  /** As the district has set it, or else as the law says. */
  amount!: number;
  /** calendar-day, working-day, month or year. */
  unit!: string;
  article!: string;
  /** Key of the setting that changes it. */
  setting!: string | null;
  /** How often all parties may extend it. */
  maxExtensions!: number;
}

/** A stage in which the centre mediates. */
export class StageView {
  code!: string;
  name!: string;
  /** Who may hand a dispute of this stage to the centre. */
  sources!: StageCodeView[];
  /** What may be mediated, in Chinese. */
  mayBeMediated!: string;
  terms!: StageTermView[];
  /** The paper a success ends in. */
  instrument!: string;
  /** Who makes it binding, in Chinese. */
  bindingBy!: string;
  /** The parties may apply together for judicial confirmation, within 30 days of effect. */
  confirmable!: boolean;
  /** The agreement is handed over to the source, which makes the instrument. */
  handedOver!: boolean;
  /** What happens if there is no agreement. */
  ifItFails!: string;
  article!: string;
}
