/** Passwords that are tried first. Only what `passwordFault` would otherwise take: twelve letters and digits or more. */

/** Words that make common passwords alone, together, or with digits. The longest first, so that none hides in another. */
export const COMMON_WORDS = new RegExp(
  `administrator|anmeldung|arbeit|baseball|benutzer|bitte|changeme|computer|dragon|familie|feuerwehr|firma|football|
frankfurt|friend|fussball|geheimnis|geheim|gast|guest|hallo|hamburg|hello|helpdesk|herbst|hunter|iloveyou|internet|januar|
februar|märz|maerz|april|mai|juni|juli|august|september|oktober|november|dezember|january|february|march|june|july|october|december|
kennwort|schatz|ichliebedich|letmein|liebling|lovely|love|login|master|michael|minecraft|monkey|montag|dienstag|mittwoch|donnerstag|
freitag|samstag|sonntag|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mustang|nutzer|password|passwort|pass|pokemon|princess|
qwertzuiop|qwertyuiop|qwertz|qwerty|asdfghjkl|asdfgh|asdf|yxcvbnm|zxcvbnm|schalke|schule|secret|server|shadow|snoopy|soccer|sommer|
sonnenschein|sonne|spring|start|starwars|summer|sunshine|super|superman|support|sweety|test|trustno|frühling|fruehling|user|welcome|
willkommen|windows|winter|wort|autumn|batman|admin|root|abc|xyz|mein|neues|neu|new|your|yours|dein|ist|is|das|the|this|my`
    .split(/\|\s*/)
    .toSorted((one, other) => other.length - one.length)
    .join('|'),
  'gu',
);

/** From the public lists of the most used passwords, without signs and in lower case. */
export const COMMON_PASSWORDS = new Set(
  `correcthorsebatterystaple horsebatterystaple thequickbrownfox thequickbrown opensesameopensesame iwillnottellyou
unbelievable transformers championship manchesterunited manchestercity realmadrid1902 bayernmunchen bayernmuenchen
borussiadortmund werderbremen fcbayernmunchen chelseafc1905 liverpoolfc1892 arsenalfc1886 metallica1981 jesuschrist
jesuslovesme ilovejesus777 godisgood777 jesusislord christopher1 alexander123 elizabeth123 christian123 jordan232323
nevergiveup1 nevermind123 whatever1234 computer1234 blink182blink charlie12345
letsgobrandon gfhjkmgfhjkm 1234qwerasdfzxcv qwer1234asdf zaq12wsxcde3 zaq1xsw2cde3 1qazxsw23edc q1w2e3r4t5y6 q1w2e3r4t5z6
a1b2c3d4e5f6 a123456789012 1a2b3c4d5e6f 123qweasdzxc qweasdzxc123 123456qwerty asd123asd123 qwe123qwe123 aa123456789a
dubsmash1234 myspace12345 linkedin1234 facebook1234 instagram123 dropbox12345 samsung12345 iloveyou1314 woaini1314520
wonderwoman1 spiderman123 spongebob123 harrypotter1 gandalf12345 skywalker123 chocolate123 strawberry12 butterfly123 basketball23
schneewittchen donaudampfschiff weihnachten1 weihnachten24 deutschland1 deutschland2024 oesterreich1 österreich1 ichliebedich1
ichhassedich gutentag1234 gutenmorgen1 hierkommtdiemaus keineahnung1 keineahnung12 dasistgeheim dasistmeinpasswort
sesamoeffnedich sesamöffnedich ichweissesnicht ichweißesnicht mausehaus123 schatzilein1 hase12345678 tigerente123`.split(/\s+/),
);
