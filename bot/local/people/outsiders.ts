/** People outside the council's tenant: reached by e-mail, with calendars that nobody here can see. */
import type { Outsider } from './member.ts'

export const OUTSIDERS: Outsider[] = [
  { name: 'Tina Bramwell', email: 'tina.bramwell@postbox.example', role: 'fosterCarer' },
  { name: 'Graham Bramwell', email: 'graham.bramwell@postbox.example', role: 'fosterCarer' },
  { name: 'Kayleigh Dunmore', email: 'kayleigh.dunmore@quickmail.example', role: 'mother' },
  { name: 'Jason Reddick', email: 'jason.reddick@postbox.example', role: 'father' },
  {
    name: 'Sola Akintola',
    email: 'sola.akintola@fernhillcare.example',
    role: 'registeredManager',
    organisation: 'Fernhill Care',
  },
  {
    name: 'Ben Cartledge',
    email: 'ben.cartledge@fernhillcare.example',
    role: 'keyWorker',
    organisation: 'Fernhill Care',
  },
  {
    name: 'Rosalind Teague',
    email: 'rosalind.teague@voicewell.example',
    role: 'advocate',
    guest: true,
    organisation: 'Voicewell Advocacy',
  },
]
