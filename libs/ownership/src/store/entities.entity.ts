import { Candidate, OwnershipSetting } from './candidate.entity.js';
import { Extension, HandOver } from './change.entity.js';
import { Reopening, ResolutionClaim } from './claim.entity.js';
import { Instruction, InstructionEntry, InterferenceRecord, LastLook } from './instruction.entity.js';
import { ListBatch, ListEntry, TaskList } from './list.entity.js';
import { Ownership } from './ownership.entity.js';
import { ResolutionPlan } from './plan.entity.js';
import { ProgressReport } from './report.entity.js';
import { SupervisionMark, SupervisionOrder, SupervisionReply } from './supervision.entity.js';

export const OWNERSHIP_ENTITIES = [
  Ownership,
  ResolutionPlan,
  ProgressReport,
  Candidate,
  OwnershipSetting,
  TaskList,
  ListBatch,
  ListEntry,
  SupervisionMark,
  SupervisionOrder,
  SupervisionReply,
  Extension,
  HandOver,
  ResolutionClaim,
  Reopening,
  Instruction,
  InstructionEntry,
  InterferenceRecord,
  LastLook,
];
