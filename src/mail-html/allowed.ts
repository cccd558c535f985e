/** The allow-list: what of a mail's HTML can come out at all (SH02-SH05). */

const names = (list: string) => new Set(list.split(' '));

/** Elements that stay. Others vanish but what stands in them stays; see `goneElements`. */
export const allowedElements = names('a abbr address article b bdi bdo big blockquote br caption center cite code col colgroup dd del div dl dt em '
  + 'figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark ol p pre q s samp section small span strike strong sub sup '
  + 'table tbody td tfoot th thead tr tt u ul var wbr');

/** Elements that vanish with everything in them. A form's fields go, the words around them stay. */
export const goneElements = names('script style template noscript iframe frame frameset object embed applet audio video svg math textarea select button '
  + 'input title head xmp plaintext noembed noframes');

export const emptyElements = names('br col hr img wbr');

/** Attributes that stay as they are; `style`, `href` and `src` are read and written anew. */
export const allowedAttributes = names('align bgcolor border cellpadding cellspacing color colspan dir face height lang rowspan size span start title valign '
  + 'width');
