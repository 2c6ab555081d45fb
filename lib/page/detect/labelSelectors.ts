const data =
  'label,title,th,name,field,field-name,field-label,col,column,column-name,column-title,column-label,head,header,heading,caption,key,property,attribute,testid,test-id,test,qa,cy';

/** Elements that may have a label as an attribute. An attribute that no element of a page has costs nothing, but for HTML's own. */
export const labelSelectors = ['[aria-label]', '[col-id]', ...data.split(',').map((name) => `[data-${name}]`)];

/** The same of HTML's own attributes. Each costs a large page a twentieth of its scan, so that they are asked for in others alone. */
export const slowSelectors = ['[title]', '[aria-labelledby]', '[itemprop]'];
/** Elements of a page from which on it is large in this sense. */
export const manyForSlow = 20_000;
