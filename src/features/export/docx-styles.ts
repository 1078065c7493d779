import { AlignmentType, LineRuleType, PageOrientation, type IParagraphStyleOptions, type IRunOptions, type ISectionPropertiesOptions, type IStylesOptions } from 'docx';

/** Which sheet a file is set for: 讲义版, 大字版, 公文版. */
export type SheetKind = 'handout' | 'large' | 'official';

export const sheetNames: Record<SheetKind, string> = { handout: '讲义版', large: '大字版', official: '公文版' };

/** Millimetres to twentieths of a point. */
const mm = (millimetres: number): number => Math.round((millimetres * 72 * 20) / 25.4);
/** Points to twentieths of a point. */
const pt = (points: number): number => Math.round(points * 20);

/** Type size and line pitch in points; margins in millimetres: top, right, bottom, left. The official sheet follows GB/T 9704—2012. */
export const geometry: Record<SheetKind, { size: number; pitch: number; margins: [number, number, number, number] }> = {
  handout: { size: 12, pitch: 20.5, margins: [24, 22, 22, 24] },
  large: { size: 18, pitch: 31, margins: [22, 18, 20, 20] },
  official: { size: 16, pitch: 28.95, margins: [37, 26, 35, 28] },
};

/** Fonts by role. Named, not embedded: every Chinese office machine has them or replaces them. */
const roles = { song: '宋体', hei: '黑体', kai: '楷体', fang: '仿宋' } as const;

/** A Chinese font for all scripts; the hint keeps “ ” …… —— in the Chinese face, where Word would take the Latin one. */
export const font = (role: keyof typeof roles): NonNullable<IRunOptions['font']> => ({
  ascii: role === 'hei' ? 'Arial' : 'Times New Roman',
  hAnsi: role === 'hei' ? 'Arial' : 'Times New Roman',
  cs: 'Times New Roman',
  eastAsia: roles[role],
  hint: 'eastAsia',
});

/** Page size, margins and the grid of a sheet. */
export function pageOf(kind: SheetKind, landscape = false): NonNullable<ISectionPropertiesOptions['page']> {
  const [top, right, bottom, left] = geometry[kind].margins;
  return { size: { width: mm(210), height: mm(297), ...(landscape && { orientation: PageOrientation.LANDSCAPE }) }, margin: { top: mm(top), right: mm(right), bottom: mm(bottom), left: mm(left), header: mm(12), footer: mm(kind === 'official' ? 26 : 12) } };
}

/** Width between the margins in twentieths of a point. */
export const textWidth = (kind: SheetKind, landscape = false): number => mm((landscape ? 297 : 210) - geometry[kind].margins[1] - geometry[kind].margins[3]);

/** Paragraph styles. Built-in ones keep their English ids, which Word and WPS show as 标题, 标题 1, 题注; ours have Chinese names. */
export function stylesOf(kind: SheetKind): IStylesOptions {
  const { size, pitch } = geometry[kind];
  const half = size * 2;
  const body = kind === 'official' ? 'fang' : 'song';
  const exact = { line: pt(pitch), lineRule: LineRuleType.EXACT };
  const heading = (id: string, name: string, basedOn: string, role: 'hei' | 'kai' | 'song', grow: number): IParagraphStyleOptions => ({
    id, name, basedOn, next: 'Normal', quickFormat: true,
    run: { font: font(role), size: half + grow * 2, bold: role !== 'kai' && kind !== 'official', color: '000000' },
    paragraph: { keepNext: true, keepLines: true, spacing: { ...(grow ? { line: pt(pitch) } : exact), before: kind === 'official' ? 0 : pt(pitch / 2), after: 0 }, indent: { firstLine: kind === 'official' ? size * 40 : 0 } },
  });
  return {
    default: {
      document: { run: { font: font(body), size: half, language: { value: 'zh-CN', eastAsia: 'zh-CN' } }, paragraph: { spacing: exact } },
      title: { run: { font: font('song'), size: kind === 'handout' ? 40 : 44, bold: true, color: '000000' }, paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 0, after: pt(pitch / 2), line: pt(kind === 'large' ? 34 : 30) } } },
      heading1: { run: { color: '000000' }, paragraph: { keepNext: true, outlineLevel: 0 } },
      heading2: { run: { color: '000000' }, paragraph: { keepNext: true, outlineLevel: 1 } },
      footnoteText: { run: { font: font('song'), size: Math.max(18, half - 6) }, paragraph: { spacing: { line: 260, lineRule: LineRuleType.AT_LEAST } } },
    },
    paragraphStyles: [
      heading('YiJi', '一级标题', 'Heading1', 'hei', kind === 'official' ? 0 : 2),
      heading('ErJi', '二级标题', 'Heading2', kind === 'official' ? 'kai' : 'hei', 0),
      { id: 'ZhengWen', name: '正文段落', basedOn: 'Normal', quickFormat: true, paragraph: { alignment: AlignmentType.BOTH, indent: { firstLineChars: 200, firstLine: size * 40 } } },
      { id: 'LieBiao', name: '列表段落', basedOn: 'Normal', quickFormat: true },
      { id: 'YinWen', name: '引文', basedOn: 'Normal', next: 'ZhengWen', quickFormat: true, run: { font: font('kai') }, paragraph: { alignment: AlignmentType.BOTH, keepLines: true, spacing: { before: 120 }, indent: { left: size * 40, right: size * 20 } } },
      { id: 'YinWenChuChu', name: '引文出处', basedOn: 'Normal', quickFormat: true, run: { size: half - 3 }, paragraph: { alignment: AlignmentType.RIGHT, spacing: { after: 120 } } },
      { id: 'TiZhu', name: '题注', basedOn: 'Normal', next: 'ZhengWen', quickFormat: true, run: { font: font('hei'), size: half - 3 }, paragraph: { keepNext: true, spacing: { before: 120, after: 60 } } },
      { id: 'BiaoGe', name: '表格文字', basedOn: 'Normal', quickFormat: true, run: { size: half - 3 }, paragraph: { spacing: { line: pt(pitch * 0.82), lineRule: LineRuleType.AT_LEAST } } },
      { id: 'ShuoMing', name: '说明', basedOn: 'Normal', quickFormat: true, run: { size: half - 3, color: '333333' }, paragraph: { spacing: { line: pt(pitch * 0.85), lineRule: LineRuleType.AT_LEAST } } },
      { id: 'ShuXie', name: '书写横线', basedOn: 'Normal', quickFormat: true, paragraph: { spacing: { line: pt(24), lineRule: LineRuleType.EXACT } } },
    ],
  };
}
