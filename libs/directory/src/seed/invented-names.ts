const SURNAMES = [...'林沈方陆顾程叶潘童俞章汪邵蒋余姚卢傅钟樊崔谭廖邱秦江史孟龙万段雷钱汤尹黎易常武乔'] as const;

// Solar terms, plants, mountains and waters: nobody is meant.
const GIVEN_NAMES = (
  '谷雨 白露 知秋 清和 听澜 若溪 望舒 怀瑾 思齐 云舟 暮山 青禾 沐阳 景行 临川 松年 竹筠 兰舟 梅坞 荷田 ' +
  '初霁 晚晴 晓岚 疏影 映雪 春和 夏至 秋实 冬青 惊蛰 芒种 立夏 小满 寒露 霜降 朔风 南星 北辰 东篱 西泠 ' +
  '明湖 平湖 双溪 三秋 九思 一苇 百川 千帆 万松 苕溪 径山 运河 塘栖 鸬鸟 黄湖 仓前 五常 良渚 瓶窑 闲林 中泰'
).split(' ');

/**
 * The `n`-th invented name, from 0. The numbers of surnames and of given names have no common divisor, so the first
 * 2,440 names differ.
 */
export function inventedName(n: number): string {
  return `${SURNAMES[n % SURNAMES.length]!}${GIVEN_NAMES[n % GIVEN_NAMES.length]!}`;
}
