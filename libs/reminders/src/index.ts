export type { ClockFacts } from './clock-facts.js';
export { planReminders, type PlannedReminder, type Recipients, type StepSetting } from './domain/plan.js';
export { ReminderPlanner } from './planner.js';
export { ReminderRecipients, type SubjectLabel } from './reminder-recipients.js';
export { reminderStepsChanged } from './reminders.events.js';
export { RemindersHttpModule, RemindersJobsModule, RemindersModule } from './reminders.module.js';
export { ReminderSweep } from './sweep.js';
