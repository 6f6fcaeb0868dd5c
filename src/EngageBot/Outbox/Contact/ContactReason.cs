namespace EngageBot.Outbox.Contact;

/// <summary>Why a member is not contacted now. The numbers are stored.</summary>
internal enum ContactReason
{
    /// <summary>A program, not a person.</summary>
    Bot = 1,
    Left = 2,
    OptedOut = 3,
    NotAgreed = 4,

    /// <summary>Moderators switched messages of this kind off.</summary>
    SwitchedOff = 5,

    /// <summary>The bot only observes here: not live yet, told to be quiet, or it took a hint.</summary>
    Observing = 6,

    /// <summary>The community lets nobody be asked.</summary>
    NoBudget = 7,

    /// <summary>Quiet hours, working hours and his own leave no time at all.</summary>
    NoTimeLeft = 8,

    TimedOut = 20,
    Paused = 21,

    /// <summary>One nudge a day.</summary>
    NudgedToday = 22,

    /// <summary>Three a week.</summary>
    NudgedThisWeek = 23,

    /// <summary>A helper who has not answered once is asked once in three days.</summary>
    AskedLately = 24,

    /// <summary>One note to who promotes in 14 days.</summary>
    NotedLately = 25,

    /// <summary>The community asks so many a day, all in all.</summary>
    CommunityBudget = 26,
    QuietHours = 27,

    /// <summary>Hours that the member chose himself.</summary>
    OwnHours = 28,

    /// <summary>On Slack only on working days from 9 to 17.</summary>
    WorkingHours = 29,

    /// <summary>On Slack one message a day, everything in it.</summary>
    BundledToday = 30,
    DoNotDisturb = 31,
    Away = 32,
}
