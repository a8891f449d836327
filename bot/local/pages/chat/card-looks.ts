/**
 * How Teams draws Adaptive Cards, in Fluent's own colours: they are named, not given, so one description serves every
 * look, and a change of look needs no new drawing.
 */
const color = (name: string, subtle = name) => ({ default: `var(--${name})`, subtle: `var(--${subtle})` })

const foregroundColors = {
  default: color('colorNeutralForeground1', 'colorNeutralForeground2'),
  dark: color('colorNeutralForeground1', 'colorNeutralForeground2'),
  light: color('colorNeutralForeground3'),
  accent: color('colorBrandForeground1'),
  good: color('colorStatusSuccessForeground1'),
  warning: color('colorStatusWarningForeground3'),
  attention: color('colorStatusDangerForeground1'),
}

const container = (background: string) => ({ backgroundColor: `var(--${background})`, foregroundColors })

export const CARD_LOOKS = {
  fontFamily: 'var(--fontFamilyBase)',
  supportsInteractivity: true,
  spacing: { none: 0, small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
  separator: { lineThickness: 1, lineColor: 'var(--colorNeutralStroke2)' },
  fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 400, default: 400, bolder: 600 },
  textStyles: { heading: { size: 'medium', weight: 'bolder' } },
  textBlock: { headingLevel: 3 },
  imageSizes: { small: 32, medium: 52, large: 100 },
  containerStyles: {
    default: container('colorNeutralBackground1'),
    emphasis: container('colorNeutralBackground3'),
    accent: container('colorBrandBackground2'),
    good: container('colorStatusSuccessBackground1'),
    attention: container('colorStatusDangerBackground1'),
    warning: container('colorStatusWarningBackground1'),
  },
  actions: {
    maxActions: 6,
    spacing: 'default',
    buttonSpacing: 8,
    showCard: { actionMode: 'inline', inlineTopMargin: 12, style: 'emphasis' },
    preExpandSingleShowCardAction: false,
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
  },
  inputs: {
    label: {
      inputSpacing: 'small',
      requiredInputs: { weight: 'bolder', suffix: ' *', suffixColor: 'attention' },
      optionalInputs: { weight: 'bolder' },
    },
    errorMessage: { color: 'attention', spacing: 'small', weight: 'default' },
  },
  factSet: {
    title: { weight: 'bolder', wrap: true, maxWidth: 180 },
    value: { wrap: true },
    spacing: 12,
  },
}
