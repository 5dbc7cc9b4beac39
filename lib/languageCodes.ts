/**
 * The languages that staff can choose from (BCP 47): those with a two-letter code in ISO 639 that are spoken today, varieties that
 * directories tell apart, and languages of Mexico and Guatemala that courts here ask interpreters for.
 */
export const languageCodes = (
  "aa ab af ak am ar as av ay az ba be bg bi bn bo bs ca ce ch co cs cy da de dv dz ee el en es et eu fa fi fj fo fr ga gd gl gn gu ha he hi hr ht hu hy id ig is it ja ka kg " +
  "ki kk km kn ko ku ky lb lg ln lo lt lv mg mh mi mk ml mn mr ms mt my ne nl no ny oc om or pa pl ps pt qu rn ro ru rw sa sd sg si sk sl sm sn so sq sr ss st su sv sw ta te tg " +
  "th ti tk tl tn to tr ts tt ug uk ur uz ve vi wo xh yi yo yue za zh zh-Hans zh-Hant zu ace ase asf cab chr din fil hmn ilo kam kea luo mam mix nah nan nv poc quc kek kjb pcm tzh tzo yua zap"
).split(" ");
