type Detail = Readonly<Record<string, unknown>>;

const numberOf = (detail: Detail): string => String(detail['number']);

/** Acts that are no steps, as a dispute's history tells them; never what was said. */
export const OWNERSHIP_SENTENCES: Readonly<Record<string, (detail: Detail) => string>> = {
  'ownership.give-instruction': (d) => `${numberOf(d)} 包案区领导作出批示`,
  'ownership.answer-instruction': (d) => `${numberOf(d)} 责任单位反馈批示办理情况`,
  'ownership.accept-instruction': (d) => `${numberOf(d)} 批示办结`,
  'ownership.press-instruction': (d) => `${numberOf(d)} 包案区领导催办批示`,
  'ownership.refuse-instruction': (d) => `${numberOf(d)} 一条涉及行政复议案件的批示未予受理，已依规记录`,
  'ownership.dismiss-candidate': () => '符合包案入列规则，决定不提请包案',
};
