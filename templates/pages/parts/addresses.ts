/** Addresses that pages point to by themselves; every other one comes with what a page is given. */

export const addresses = {
  home: '/',
  signIn: '/login',
  signInByCode: '/login/code',
  signOut: '/logout',
  mailbox: '/mailbox',
  icon: '/assets/icon.svg',
  styles: ['/assets/kern/kern.min.css', '/assets/fonts.css', '/assets/pool.css'],
};

/** A page below another one, in the same language: `/offers/x?lang=en` and `move` give `/offers/x/move?lang=en`. */
export function below(address: string, page: string): string {
  const [path = '', query] = address.split('?');
  return `${path}/${page}${query === undefined ? '' : `?${query}`}`;
}
