import type { Legal } from './requirement.ts'

/** Read as first made, unless a later amendment is named. */
const REGS_2010 = 'Care Planning, Placement and Case Review (England) Regulations 2010'
const HOMES_REGS = "Children's Homes (England) Regulations 2015"
const SECURE_REGS = 'Children (Secure Accommodation) Regulations 1991'
const ACT_1989 = 'Children Act 1989'
const VOLUME_2 = 'Children Act 1989 guidance and regulations, volume 2'

/** Facts of law and guidance that the rules rest on, each with how far its words were seen. None of it is legal advice. */
export const LAW: Readonly<Record<string, Legal & { title: string }>> = {
  'L-01': {
    title:
      'the placement plan comes before the placement or, where that is not practicable, within 5 working days of its start',
    citation: `${REGS_2010}, regulation 9(1)(a) and (2)`,
    checked: 'confirmed',
  },
  'L-02': {
    title: 'carer, home or parent, whoever looks after the child, agrees the placement plan and signs it',
    citation: `${REGS_2010}, regulations 2(1) and 9(3)`,
    checked: 'confirmed',
  },
  'L-03': {
    title: "before the placement the child's wishes are asked and weighed, and the reviewing officer is informed",
    citation: `${REGS_2010}, regulation 9(1)(b)`,
    checked: 'confirmed',
  },
  'L-03a': {
    title:
      'wishes are asked of the child, the parents, others with parental responsibility and anybody else who matters',
    citation: `${ACT_1989}, section 22(4) and (5)`,
    checked: 'confirmed',
  },
  'L-04': {
    title:
      'a child in care goes to live with a parent only once a nominated officer has approved and the plan is prepared',
    citation: `${REGS_2010}, regulations 15 to 19`,
    checked: 'confirmed',
    doubt: 'how long an assessment under regulation 19 may take',
  },
  'L-05': {
    title: 'the care plan comes before the first placement, or within 10 working days of its start',
    citation: `${REGS_2010}, regulation 4(2)`,
    checked: 'confirmed',
  },
  'L-06': {
    title: 'short breaks need no placement plan: none over 17 days, home after each, 75 days a year at most',
    citation: `${REGS_2010}, regulation 48`,
    checked: 'confirmed',
  },
  'L-07': {
    title:
      'a move in Key Stage 4 that disrupts education is approved first; designated teacher and reviewing officer are consulted',
    citation: `${REGS_2010}, regulation 10`,
    checked: 'confirmed',
    doubt: 'all its exceptions',
  },
  'L-08': {
    title:
      'outside the area a nominated officer approves; beyond the next area, the director, and that area is consulted',
    citation: `${REGS_2010}, regulation 11, as amended by SI 2013/3239`,
    checked: 'confirmed',
    doubt: 'the exceptions for emergencies',
  },
  'L-09': {
    title: 'those whom the law lists have notice of the placement before it or, in an emergency, within 5 working days',
    citation: `${REGS_2010}, regulation 13, as amended by SI 2013/3239`,
    checked: 'confirmed',
    doubt: 'its present words for the health service',
  },
  'L-10': {
    title: 'a placement is ended after a review, other arrangements and notice, unless somebody is at immediate risk',
    citation: `${REGS_2010}, regulation 14`,
    checked: 'confirmed',
  },
  'L-11': {
    title: 'the first visit is within a week; in the first year visits are 6 weeks apart at most',
    citation: `${REGS_2010}, regulation 28`,
    checked: 'confirmed',
    doubt: 'six-monthly visits to long-term foster placements',
  },
  'L-12': {
    title: 'what a placement plan covers: daily care, contact, health, education and more',
    citation: `${REGS_2010}, Schedule 2`,
    checked: 'inPart',
  },
  'L-13': {
    title: 'the plan says which decisions the carers may take; daily ones are theirs, unless there is a reason',
    citation: `SI 2013/984; ${VOLUME_2}`,
    checked: 'confirmed',
    doubt: 'the exact list of decisions',
  },
  'L-14': {
    title: 'the placement plan is part of the care plan, and kept under review with it',
    citation: `${REGS_2010}, regulations 5(c) and 6`,
    checked: 'confirmed',
    doubt: 'the words of regulation 6',
  },
  'L-15': {
    title:
      'a home takes in only children whom it is for, follows their plans, signs them and sends somebody to meetings',
    citation: `${HOMES_REGS}, regulations 14 and 17`,
    checked: 'confirmed',
  },
  'L-16': {
    title: 'a foster carer has the information that good care takes, kept up to date, and the latest care plan',
    citation: 'Fostering Services (England) Regulations 2011, regulation 17(3)',
    checked: 'secondary',
  },
  'L-17': {
    title:
      'the education plan is begun beforehand or, in an emergency, within 10 working days, and is there for the first review',
    citation: 'Department for Education, guidance on the education of looked-after children',
    checked: 'secondary',
  },
  'L-18': {
    title:
      'not every looked-after child has support for special needs, and not every special need has a statutory plan',
    citation: 'SEND Code of Practice',
    checked: 'unconfirmed',
  },
  'L-19': {
    title: 'care leavers have a personal adviser until they are 25',
    citation: 'Children and Social Work Act 2017',
    checked: 'unconfirmed',
  },
  'L-20': {
    title: 'reviews: within 20 working days of becoming looked after, then within 3 months, then every 6',
    citation: `${REGS_2010}, regulations 32 and 33; IRO Handbook 2010`,
    checked: 'confirmed',
    doubt: 'by when the record of a review is due',
  },
  'L-21': {
    title: 'a return interview is offered after each time missing, within 72 hours of coming back',
    citation: 'Statutory guidance on children who run away or go missing, 2014',
    checked: 'secondary',
  },
  'L-22': {
    title:
      'without a court, secure accommodation lasts 72 hours in 28 days at most; under 13 the Secretary of State approves',
    citation: `${ACT_1989}, section 25; ${SECURE_REGS}, regulations 4 and 10`,
    checked: 'inPart',
    doubt: '72 hours and 28 days',
  },
  'L-23': {
    title: 'three people, one of them independent, review secure accommodation within a month, then every 3 months',
    citation: `${SECURE_REGS}, regulations 15 and 16, as amended by SI 1992/2117`,
    checked: 'secondary',
  },
  'L-24': {
    title: 'how often a child goes missing before people must meet differs from area to area',
    citation: 'Local practice notes',
    checked: 'secondary',
  },
  'L-25': {
    title:
      'local deadlines for planning meetings run from 72 hours to 7 working days, for disruption meetings from 4 to 10 weeks',
    citation: 'Public procedures manuals of several councils',
    checked: 'secondary',
  },
  'L-26': {
    title: 'simpler fostering rules, and more decisions for carers, were announced in February 2026',
    citation: 'Department for Education, Renewing fostering',
    checked: 'secondary',
  },
  'L-27': {
    title: 'supported accommodation is for 16 and 17 alone, and registered with few exceptions',
    citation: `${REGS_2010}, regulations 27A to 27C; SI 2023/416, regulation 36`,
    checked: 'confirmed',
  },
  'L-28': {
    title: 'a child remanded to youth detention has a detention placement plan instead',
    citation: `${REGS_2010}, regulations 47A to 47C`,
    checked: 'confirmed',
    doubt: 'its time limit',
  },
  'L-29': {
    title: 'a working day is no Saturday, Sunday, Christmas Day, Good Friday or bank holiday in England and Wales',
    citation: `${REGS_2010}, regulation 2(1); SI 2011/1010, regulation 2`,
    checked: 'inPart',
    doubt: 'that the regulations of 2010 say it in the same words',
  },
  'L-30': {
    title: 'the bank holidays of England and Wales',
    citation: 'GOV.UK, bank holidays',
    checked: 'confirmed',
  },
  'L-31': {
    title: 'a period that runs from an event leaves out the day of the event',
    citation: 'Marren v Dawson Bentley [1961] 2 QB 135; Radcliffe v Bartholomew [1892] 1 QB 161',
    checked: 'secondary',
  },
  'L-32': {
    title: 'in an emergency a foster carer may care outside their terms of approval for up to 6 working days',
    citation: `${REGS_2010}, regulation 23`,
    checked: 'secondary',
  },
  'L-33': {
    title: 'a connected carer is approved for 16 weeks at first, and once for up to 8 more',
    citation: `${REGS_2010}, regulations 24 and 25`,
    checked: 'confirmed',
    doubt: 'the 16 weeks',
  },
  'L-34': {
    title:
      'a doctor assesses health before the placement or the first review; then every 6 months under 5, yearly from 5',
    citation: `${REGS_2010}, regulation 7`,
    checked: 'secondary',
  },
  'L-35': {
    title: 'parents hear where their child is, unless the child is in care and telling them would do the child harm',
    citation: `${ACT_1989}, Schedule 2, paragraph 15`,
    checked: 'confirmed',
  },
  'L-36': {
    title: 'case records are kept until the 75th birthday, or for 15 years where a child dies before 18',
    citation: `${REGS_2010}, regulation 50; ${HOMES_REGS}, regulation 36`,
    checked: 'confirmed',
    doubt: 'regulation 50',
  },
  'L-37': {
    title: 'sharing to keep a child safe seldom rests on consent: what is relevant, to those who need it',
    citation: 'Department for Education, advice on information sharing, 2024',
    checked: 'secondary',
  },
  'L-38': {
    title: "Outlook can hide guests from each other, and knows no outsider's diary",
    citation: 'Microsoft Graph documentation',
    checked: 'confirmed',
    doubt: 'that no outsider at all shows free and busy times',
  },
  'L-39': {
    title:
      'parents are asked to reviews; keeping one away is the exception, decided with reasons, and they are heard otherwise',
    citation: VOLUME_2,
    checked: 'secondary',
  },
  'L-40': {
    title: 'volume 2 of the guidance is followed, unless there is good reason not to',
    citation: `${VOLUME_2}, July 2021`,
    checked: 'confirmed',
  },
  'L-41': {
    title: 'personal data: as little as will do, for a public task, with the safeguards that such data has',
    citation: 'UK GDPR, articles 5(1)(c), 6(1)(e) and 9(2)(g); Data Protection Act 2018, Schedule 1, paragraph 18',
    checked: 'unconfirmed',
  },
}
