/** Pages that say why something does not work. */

export const errorPages = {
  help: 'Brauchen Sie Hilfe? Rufen Sie uns an:',
  home: 'Zur Startseite',
  signIn: 'Anmelden',
};
