/** How cards look: the renderer's host configuration, in the page's own colours so that light and dark follow by themselves. */

const tone = (name) => ({default: `var(--${name})`, subtle: `var(--${name})`});

const text = {
  default: {default: 'var(--text)', subtle: 'var(--muted)'},
  dark: tone('text'),
  light: tone('surface'),
  accent: tone('accent'),
  good: tone('good'),
  warning: tone('warn'),
  attention: tone('bad'),
};

const surface = (background) => ({backgroundColor: `var(--${background})`, borderColor: 'var(--line)', foregroundColors: text});

export const hostConfig = {
  supportsInteractivity: true,
  fontFamily: 'inherit',
  fontSizes: {small: 13, default: 15, medium: 16, large: 18, extraLarge: 22},
  fontWeights: {lighter: 300, default: 400, bolder: 600},
  lineHeights: {small: 18, default: 21, medium: 22, large: 25, extraLarge: 29},
  spacing: {small: 6, default: 10, medium: 14, large: 20, extraLarge: 28, padding: 16},
  separator: {lineThickness: 1, lineColor: 'var(--line)'},
  imageSizes: {small: 40, medium: 72, large: 140},
  containerStyles: {
    default: surface('surface'),
    emphasis: surface('surface-2'),
    accent: surface('accent-weak'),
    good: surface('good-weak'),
    attention: surface('bad-weak'),
    warning: surface('warn-weak'),
  },
  inputs: {
    label: {
      inputSpacing: 'small',
      requiredInputs: {size: 'small', weight: 'bolder', color: 'default', suffix: ' *', suffixColor: 'attention'},
      optionalInputs: {size: 'small', weight: 'bolder', color: 'default'},
    },
    errorMessage: {size: 'small', weight: 'default', color: 'attention', spacing: 'small'},
  },
  actions: {
    maxActions: 6,
    spacing: 'default',
    buttonSpacing: 8,
    showCard: {actionMode: 'inline', inlineTopMargin: 12},
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
    preExpandSingleShowCardAction: false,
  },
  adaptiveCard: {allowCustomStyle: true},
  factSet: {
    title: {color: 'default', size: 'default', isSubtle: true, weight: 'default', wrap: true, maxWidth: 150},
    value: {color: 'default', size: 'default', isSubtle: false, weight: 'default', wrap: true},
    spacing: 14,
  },
  textStyles: {heading: {size: 'large', weight: 'bolder', color: 'default', isSubtle: false}},
  textBlock: {headingLevel: 3},
};
