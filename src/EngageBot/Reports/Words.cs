using System.Globalization;
using EngageBot.Charts.Drawing;
using EngageBot.Chat;
using EngageBot.Nudges;

namespace EngageBot.Reports;

/// <summary>How figures, times and kinds are written, wherever a report is read: page, card and terminal say a thing in one way.</summary>
public static class Words
{
    private const string WaitingBoard = PublicStepName.Board + ": ";

    public static string Number(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>"1 post", "1,204 posts".</summary>
    /// <param name="many">Where it is not <paramref name="one"/> with an s.</param>
    public static string Counted(long count, string one, string? many = null) => $"{Number(count)} {(count == 1 ? one : many ?? one + "s")}";

    public static string People(long count) => Counted(count, "person", "people");

    /// <param name="share">From 0 to 1; null where there is nothing to measure.</param>
    public static string Percent(double? share) => share is null ? "not enough yet" : HumanNumber.Percent(share.Value * 100);

    public static string Duration(TimeSpan time) => HumanNumber.Minutes(time.TotalMinutes);

    /// <summary>"5 Jan – 8 Feb 2026".</summary>
    public static string Span(DateTimeOffset from, DateTimeOffset to) => TimeNames.Range(from.ToUniversalTime(), to.ToUniversalTime());

    public static string Day(DateTimeOffset at) => Write(at, "d MMM yyyy");

    public static string Month(DateTimeOffset at) => Write(at, "MMM yyyy");

    public static string Moment(DateTimeOffset at) => Write(at, "d MMM yyyy, HH:mm");

    /// <summary>The time of day; with the date where that is not the day of what it is about.</summary>
    public static string Clock(DateTimeOffset at, DateTimeOffset about) =>
        at.UtcDateTime.Date == about.UtcDateTime.Date ? Write(at, "HH:mm")
        : at.UtcDateTime.Year == about.UtcDateTime.Year ? Write(at, "d MMM, HH:mm")
        : Moment(at);

    /// <summary>With the sign that channels have in chat; IRC's names bring it along.</summary>
    public static string Channel(string name) => name.StartsWith('#') || name.StartsWith('&') ? name : "#" + name;

    public static string Kind(PostKind kind) => kind switch
    {
        PostKind.Question => "question",
        PostKind.HelpRequest => "request for help",
        PostKind.FeedbackRequest => "request for feedback",
        PostKind.Introduction => "introduction",
        PostKind.ShownWork => "shown work",
        PostKind.Announcement => "announcement",
        PostKind.Invitation => "invitation",
        PostKind.Complaint => "complaint",
        PostKind.Crisis => "sign of a crisis",
        PostKind.Quarrel => "quarrel",
        PostKind.Scam => "possible scam",
        _ => "chat",
    };

    /// <summary>A kind as moderators are told of it: a hint, not a judgement.</summary>
    public static string Noted(PostKind kind) => kind switch
    {
        PostKind.Crisis => "may need a kind word",
        PostKind.Quarrel => "may be a quarrel",
        PostKind.Scam => "may be a scam",
        _ => "may be a complaint",
    };

    public static string WhyNoted(PostKind kind) => kind switch
    {
        PostKind.Crisis => "Some words may speak of a loss or of a hard time. If so, a private word from somebody they trust helps most.",
        PostKind.Quarrel => "Some words may hurt somebody. Often a calm line to each of them in private is enough.",
        PostKind.Scam => "It reads like an offer too good to be true, or asks to be written to in private.",
        _ => "It may be about the community or what it is about: somebody of the team may want to answer.",
    };

    public static string Step(NudgeStep step) => step == NudgeStep.Ask ? "asked in private" : "waiting board";

    /// <summary>The reason without its step, for where that stands beside it.</summary>
    public static string Reason(PlannedNudge nudge) =>
        nudge.Step == NudgeStep.Board && nudge.Reason.StartsWith(WaitingBoard, StringComparison.Ordinal)
            ? Capital(nudge.Reason[WaitingBoard.Length..])
            : nudge.Reason;

    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private static string Write(DateTimeOffset at, string format) => at.UtcDateTime.ToString(format, CultureInfo.InvariantCulture);
}
