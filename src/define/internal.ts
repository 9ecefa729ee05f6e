import {TransactionChart} from '../customer-profile/sections/transaction-chart.js';
import {TransactionsSection} from '../customer-profile/sections/transactions-section.js';
import {TravelRuleSection} from '../customer-profile/sections/travel-rule-section.js';
import {CallPlayer} from '../customer-profile/sections/call-player.js';
import {CustomerPhoto} from '../customer-profile/customer-photo.js';
import {InfoSection} from '../customer-profile/sections/info-section.js';
import {MachineSummary} from '../customer-profile/sections/machine-summary.js';
import {QuestionnairesSection} from '../customer-profile/sections/questionnaires-section.js';
import {StepsSection} from '../customer-profile/sections/steps-section.js';
import {VideoCallsSection} from '../customer-profile/sections/video-calls-section.js';
import {AmlSection} from '../customer-profile/sections/aml-section.js';
import {DocumentsSection} from '../customer-profile/sections/documents-section.js';
import {CompareTable} from '../evidence/compare-table.js';
import {EvidenceImage} from '../evidence/evidence-image.js';
import {EvidenceViewer} from '../evidence/evidence-viewer.js';
import {CopyButton} from '../ui/copy-button.js';
import {LongText} from '../ui/long-text.js';
import {ShortcutsPanel} from '../ui/shortcuts-panel.js';

/** The elements inside the public ones, by tag. Registered by whichever entry needs them; a host never writes them. */
export const internalElements: Readonly<Record<string, CustomElementConstructor>> = {
  'kyc-aml-section': AmlSection,
  'kyc-compare-table': CompareTable,
  'kyc-copy-button': CopyButton,
  'kyc-documents-section': DocumentsSection,
  'kyc-evidence-image': EvidenceImage,
  'kyc-evidence-viewer': EvidenceViewer,
  'kyc-long-text': LongText,
  'kyc-shortcuts-panel': ShortcutsPanel,
  'kyc-call-player': CallPlayer,
  'kyc-customer-photo': CustomerPhoto,
  'kyc-info-section': InfoSection,
  'kyc-machine-summary': MachineSummary,
  'kyc-questionnaires-section': QuestionnairesSection,
  'kyc-steps-section': StepsSection,
  'kyc-video-calls-section': VideoCallsSection,
  'kyc-transaction-chart': TransactionChart,
  'kyc-transactions-section': TransactionsSection,
  'kyc-travel-rule-section': TravelRuleSection,
};
