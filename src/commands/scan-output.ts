/** The forms of `scan`'s output, each loaded only when asked for. */
import { VERSION } from '../model/version.ts';
import type { Stats } from '../report/json.ts';
import type { Report } from '../report/report.ts';

export type Format = 'text' | 'json' | 'sarif' | 'github' | 'junit';

export async function render(made: Report, stats: Stats, format: Format, colour: boolean): Promise<string> {
  switch (format) {
    case 'text': {
      const { textReport, plainPaint, colourPaint } = await import('../report/text.ts');
      return textReport(made, stats, colour ? await colourPaint() : plainPaint);
    }
    case 'json':
      return (await import('../report/json.ts')).jsonReport(made, stats, VERSION);
    case 'sarif':
      return (await import('../report/sarif.ts')).sarifReport(made, VERSION);
    case 'github':
      return (await import('../report/github.ts')).githubReport(made);
    case 'junit':
      return (await import('../report/junit.ts')).junitReport(made, stats.files);
    default:
      return format satisfies never;
  }
}
