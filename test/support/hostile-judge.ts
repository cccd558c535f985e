/**
 * Runs in the page that holds the frames: names what stands in them that may not. Written apart from the code it judges, in the
 * browser's own words: what its parser made of the markup is what counts (SH02).
 */
export const judge = String.raw`(() => {
  const elements = new Set(('HTML HEAD META TITLE LINK BODY A ABBR ADDRESS ARTICLE B BDI BDO BIG BLOCKQUOTE BR CAPTION CENTER CITE CODE COL COLGROUP DD DEL DETAILS DIV DL DT EM FIGCAPTION '
    + 'FIGURE FONT FOOTER H1 H2 H3 H4 H5 H6 HEADER HR I IMG INS KBD LI MAIN MARK OL P PRE Q S SAMP SECTION SMALL SPAN STRIKE STRONG SUB SUMMARY SUP TABLE TBODY TD TFOOT TH THEAD TR TT U UL VAR WBR').split(' '));
  const attributes = new Set('align alt aria-hidden bgcolor border cellpadding cellspacing class color colspan dir face height href lang rel rowspan size span src start style target title valign width'.split(' '));
  const classes = new Set(['mail', 'image', 'host', 'images', 'note', 'fold', 'quote', 'signature', 'only-heard']);
  // Names in the frame can stand in the way of an element's own properties.
  const own = (of, name) => (from) => Object.getOwnPropertyDescriptor(of.prototype, name).get.call(from);
  const attributesOf = own(Element, 'attributes');
  const markupOf = own(Element, 'outerHTML');
  const spaceOf = own(Element, 'namespaceURI');
  const tagOf = own(Element, 'tagName');
  const closest = (element, to) => Element.prototype.closest.call(element, to);
  const stray = [];
  for (const frame of document.querySelectorAll('iframe')) {
    const page = frame.contentDocument;
    if (page === null) { stray.push('a frame that was led away'); continue; }
    if (!own(Document, 'URL')(page).startsWith(document.location.origin)) stray.push('a frame that went to ' + own(Document, 'URL')(page));
    for (const element of Document.prototype.querySelectorAll.call(page, '*')) {
      const at = markupOf(element).slice(0, 200);
      if (spaceOf(element) !== 'http://www.w3.org/1999/xhtml' || !elements.has(tagOf(element))) stray.push('element ' + at);
      if (closest(element, 'head') !== null) continue;
      if (tagOf(element) === 'META' || tagOf(element) === 'LINK' || tagOf(element) === 'TITLE') stray.push('element ' + at);
      for (const { name, value } of attributesOf(element)) {
        if (!attributes.has(name)) stray.push('attribute ' + name + ' of ' + at);
        if (name === 'href' && !/^(https?:\/\/|mailto:|tel:|\/tickets\/7\/)/.test(value)) stray.push('link ' + at);
        if (name === 'src' && !/^(\/tickets\/7\/attachments\/|data:image\/(png|jpe?g|gif|webp);base64,[A-Za-z0-9+\/=\s]+$)/.test(value)) stray.push('image ' + at);
        if (name === 'class' && !value.split(' ').every((one) => classes.has(one))) stray.push('class ' + at);
        if (name === 'target' && value !== '_blank') stray.push('target ' + at);
        if (name === 'style' && /[\\(@]|\/\*|:[^;]*:|(^|;)\s*(position|z-index|transform|content|cursor|filter)/i.test(value.replace(/(rgb|hsl)a?\([\d\s.,%/]*\)/gi, ''))) stray.push('style ' + at);
      }
    }
  }
  return stray;
})()`;
