// States as colours, symbols and words. The rules are those of PresenceReachability in the client.

export const ORDER = ["Available", "Inactive", "Busy", "Away", "DoNotDisturb", "Unreachable", "Unknown"];

export const SYMBOLS = {
  Available: "✓", Inactive: "◔", Busy: "■", Away: "◷", DoNotDisturb: "⊖", Unreachable: "○", Unknown: "?",
};

export const LABELS = {
  Available: "Available", Inactive: "Inactive", Busy: "Busy", Away: "Away", DoNotDisturb: "Do not disturb",
  Unreachable: "Offline", Unknown: "Unknown",
};

const WORDS = {
  BeRightBack: "Be right back", DoNotDisturb: "Do not disturb", InACall: "In a call",
  InAConferenceCall: "In a conference call", InAMeeting: "In a meeting", OffWork: "Off work",
  OutOfOffice: "Out of office", PresenceUnknown: "Unknown", UrgentInterruptionsOnly: "Urgent interruptions only",
  AvailableInactive: "Inactive", AvailableIdle: "Available, idle", BusyIdle: "Busy, idle",
};

const pascal = text => text ? text[0].toUpperCase() + text.slice(1) : "PresenceUnknown";

export function reachabilityOf(availability, activity) {
  const [state, detail] = [pascal(availability), pascal(activity)];
  const quiet = ["DoNotDisturb", "Focusing", "Presenting"];
  if (state === "Offline") {
    return "Unreachable";
  }

  if (quiet.includes(state) || quiet.includes(detail) || detail === "UrgentInterruptionsOnly") {
    return "DoNotDisturb";
  }

  if (["Away", "BeRightBack", "OutOfOffice"].includes(state) || detail === "OutOfOffice") {
    return "Away";
  }

  if (["Busy", "BusyIdle", "InACall", "InAMeeting"].includes(state)) {
    return "Busy";
  }

  if (state === "AvailableIdle" || (state === "Available" && ["Inactive", "AvailableInactive"].includes(detail))) {
    return "Inactive";
  }

  return state === "Available" ? "Available" : "Unknown";
}

export function wordsOf(availability, activity) {
  const [state, detail] = [availability, activity].map(text => WORDS[pascal(text)] ?? pascal(text));
  return state === detail || activity == null ? state : `${state} · ${detail}`;
}
