/** Letters about an account's address, and the last one to whoever is erased. */
export const addressLetters = {
  notices: {
    erased: { subject: (siteName: string) => `${siteName}: your account was erased`, says: () => 'Your account, your name and your address are being erased from this desk. What others were told by you on tickets stays, without your name. This is the last mail to this address, unless you write to us again.' },
    asked: { subject: (siteName: string) => `${siteName}: another mail address for your account`, says: (address: string) => `Your account is to have another mail address: ${address}. A link went there; once somebody opens it and says so, you sign in and get mail there, and no longer here.` },
    moved: { subject: (siteName: string) => `${siteName}: your mail address was changed`, says: (address: string) => `The mail address of your account is now ${address}. Your tickets came along. Wherever you were signed in, you are signed out. Answers to mails of before go on working if you write them from the new address.` },
  },
  notYou: (contact: string) => `You did not ask for this? Then tell us at once: ${contact}`,
  why: (address: string) => `This mail went to ${address}, because the account belongs or belonged to this address.`,
  link: {
    subject: (siteName: string) => `${siteName}: please confirm your new mail address`,
    heading: 'Confirm the mail address',
    what: (siteName: string) => `Somebody with an account at ${siteName} says that this is their new mail address. If that was you, please confirm it.`,
    button: 'Confirm the address',
    notYou: (contact: string) => `Was it not you? Then you need not do anything, and please do not open the link. If it happens again, tell us: ${contact}`,
    why: (address: string) => `This mail went to ${address}, because somebody named this address as their new one.`,
  },
};
