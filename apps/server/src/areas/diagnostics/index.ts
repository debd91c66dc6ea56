/** What an administrator learns of a refusal beyond what the refused caller is told. */
import type { Area } from '../../kernel/area.ts';
import type { DiagnosisSeal } from '../../kernel/diagnosis.ts';
import { ramDecodeDiagnosticMessage } from './decode-diagnostic-message.ts';

/** Operations on diagnostic messages. */
export function diagnosticsArea(diagnoses: DiagnosisSeal): Area {
  return { name: 'diagnostics', operations: [ramDecodeDiagnosticMessage(diagnoses)] };
}
