/** What a server without the fonts of office computers takes for each of them; the .docx itself keeps their names. */
const SUBSTITUTES: Readonly<Record<string, readonly string[]>> = {
  仿宋_GB2312: ['FangSong', 'FandolFang R', 'Noto Serif CJK SC'],
  楷体_GB2312: ['KaiTi', 'AR PL UKai CN', 'Noto Serif CJK SC'],
  黑体: ['SimHei', 'Noto Sans CJK SC'],
  宋体: ['SimSun', 'Noto Serif CJK SC'],
};

const alias = ([family, substitutes]: [string, readonly string[]]): string =>
  `<alias binding="same"><family>${family}</family><prefer>${substitutes.map((name) => `<family>${name}</family>`).join('')}</prefer></alias>`;

/** A configuration for fontconfig, beside the machine's own. 小标宋 has no free counterpart: a bold Song stands for it. */
export const FONT_SUBSTITUTES = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
<include ignore_missing="yes">/etc/fonts/fonts.conf</include>
${Object.entries(SUBSTITUTES).map(alias).join('\n')}
<match target="pattern"><test name="family"><string>方正小标宋简体</string></test>
<edit name="family" mode="assign" binding="same"><string>Noto Serif CJK SC</string></edit>
<edit name="weight" mode="assign" binding="same"><const>bold</const></edit></match>
</fontconfig>
`;
