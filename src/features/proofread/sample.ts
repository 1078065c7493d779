import { insideMarks } from '../../text/quoted-words.ts';

/**
 * A text with one fault of every kind, for readers who want to see what the page does. Its quotations come from the
 * register and are changed here, so that it stays in step with the library.
 */
export function sample(quotations: readonly { id: string; text: string }[]): string {
  const known = ['q-huixin-lili', 'q-huixin-gaoxing', 'q-mao-jielun', 'q2-xi-0220-renxin'].every((id) => quotations.some((quotation) => quotation.id === id));
  const words = (id: string): string => insideMarks(quotations.find((quotation) => quotation.id === id)?.text.replace(/[。！？]$/, '') ?? '');
  if (!known) return otherSample(quotations);
  return [
    '同志们：今天学习四下基层。',
    `回信里写道：“${words('q-huixin-lili').replace('场景', '情景').replace('至今还', '至今')}。”又说：“${words('q-huixin-gaoxing')}。”`,
    `毛泽东指出：“${words('q-mao-jielun')}。”《反对本本主义》里讲，“没有调查就没有发言权”，我们常把这句话挂在嘴边。`,
    '这四项是：信访接待下基层、现场办公下基层、调查研究下基层、宣传党的方针政策下基层。',
    '当年的下党是“五无乡”：无公路、无自来水、无照明、无财政收入、无政府办公场所。',
    `讲到群众的重量，要记住“${words('q2-xi-0220-renxin').replace(/，/g, ',')}”。`,
    '我们村的王**同志在会上说:“把门打开，把凳子搬到院子里，谁来都能坐下讲”，大家都点头...',
  ].join('\n');
}

/** The sample of a library on another theme: its first quotations, one with a character left out. */
function otherSample(quotations: readonly { text: string }[]): string {
  const [first, second] = quotations.map(({ text }) => insideMarks(text.replace(/[。！？]$/, '')));
  const middle = Math.floor((first ?? '').length / 2);
  return [`大家常说：“${(first ?? '').slice(0, middle)}${(first ?? '').slice(middle + 1)}。”`, second && `又说：“${second}。”`, '他在会上说:"谁来都能坐下讲",大家都点头...'].filter(Boolean).join('\n');
}
