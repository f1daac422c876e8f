/** Every handler by the event it answers, by hand: whoever adds one says so here. */
export const HANDLERS: Readonly<Record<string, readonly string[]>> = {
  'calendar.changed': ['reminders.plan-changed-calendar'],
  'case-file.requested': ['cases.compile-case-file'],
  'case.opened': ['cases.meet-triage'],
  'clock.expired': ['cases.perform-expired', 'service-of-process.serve-expired'],
  'clock.moved': ['cases.refresh-due', 'reminders.plan-moved-clock'],
  'clock.started': ['reminders.plan-started-clock'],
  'clock.stopped': ['reminders.cancel-stopped-clock'],
  'deliveries.queued': ['notifications.deliver'],
  'delivery.failed': ['notifications.report-failure'],
  'dispute.registered': ['cases.assign-handler'],
  'file.received': ['documents.examine-file'],
  'participant.changed': ['reminders.plan-changed-participants'],
  'reconsideration.served': ['reconsideration.follow-up'],
  'reminder-steps.changed': ['reminders.plan-changed-steps'],
  'rendition.wanted': ['documents.render'],
  'replan.wanted': ['reminders.plan-portion'],
};
