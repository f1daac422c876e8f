/** Kinds of organs and bodies a district's disputes know. */
export const ORGAN_KINDS = {
  GOVERNMENT: '人民政府',
  DEPARTMENT: '政府工作部门',
  MUNICIPAL_BRANCH: '市级部门分局',
  TOWN: '镇人民政府',
  SUBDISTRICT: '街道办事处',
  DISPATCHED: '派出机构',
  AUTHORISED_ORG: '授权组织',
  MANAGEMENT_COMMITTEE: '管理委员会',
  RECONSIDERATION_INSTITUTION: '行政复议机构',
  MEDIATION_CENTRE: '行政争议调解中心',
  MEDIATION_COMMITTEE: '行政争议调解委员会',
} as const;

export type OrganKind = keyof typeof ORGAN_KINDS;
export const ORGAN_KIND_CODES = Object.keys(ORGAN_KINDS) as OrganKind[];
