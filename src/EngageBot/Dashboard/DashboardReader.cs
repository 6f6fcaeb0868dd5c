using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Texts;

namespace EngageBot.Dashboard;

/// <summary>What the moderators' pages show. Each is of the community of the one who asks, and holds only what he can read there himself.</summary>
public sealed class DashboardReader
{
    private readonly FigurePages _figures;
    private readonly WaitingReader _waiting;
    private readonly ActivityReader _activity;
    private readonly PeopleReader _people;
    private readonly StateReader _state;
    private readonly RulesPages _rules;
    private readonly PreviewReader _preview;
    private readonly MemberFinder _members;

    internal DashboardReader(
        FigurePages figures, WaitingReader waiting, ActivityReader activity, PeopleReader people, StateReader state, RulesPages rules, PreviewReader preview, MemberFinder members)
    {
        (_figures, _waiting, _activity, _people, _state, _rules, _preview, _members) = (figures, waiting, activity, people, state, rules, preview, members);
    }

    /// <param name="days">From 1 to 365.</param>
    public Task<Overview> OverviewAsync(Asker by, int days, TextBook texts, CancellationToken cancellationToken) => _figures.OverviewAsync(by, days, texts, cancellationToken);

    public Task<IReadOnlyList<OpenPost>> WaitingAsync(Asker by, CancellationToken cancellationToken) => _waiting.ReadAsync(by, cancellationToken);

    /// <summary>That he looked is kept.</summary>
    /// <param name="about">Only what was said to this member, by the platform's id; null for all.</param>
    /// <param name="page">From 0, the newest.</param>
    public Task<Activity> ActivityAsync(Asker by, string? about, int page, TextBook texts, CancellationToken cancellationToken) =>
        _activity.ReadAsync(by, about is null ? null : new MemberId(by.Community, about), page, texts, cancellationToken);

    /// <summary>Members to choose from while somebody types, by their names.</summary>
    public Task<IReadOnlyList<MemberName>> MembersAsync(Asker by, CancellationToken cancellationToken) => _members.OfferedAsync(by.Community, cancellationToken);

    /// <summary>Whom he means: one where that is clear, several to choose from, or none.</summary>
    /// <param name="written">A name, a part of one, or the platform's id.</param>
    public Task<IReadOnlyList<MemberName>> FindMembersAsync(Asker by, string written, CancellationToken cancellationToken) => _members.FindAsync(by.Community, written, cancellationToken);

    public Task<People> PeopleAsync(Asker by, TextBook texts, CancellationToken cancellationToken) => _people.PeopleAsync(by, texts, cancellationToken);

    public Task<Introduced> IntroducedAsync(Asker by, TextBook texts, CancellationToken cancellationToken) => _people.IntroducedAsync(by, texts, cancellationToken);

    public Task<HealthState> HealthAsync(Asker by, TextBook texts, CancellationToken cancellationToken) => _state.ReadAsync(by, texts, cancellationToken);

    /// <summary>Another answer says that something happened in his community since.</summary>
    public Task<string> PulseAsync(Asker by, CancellationToken cancellationToken) => _state.PulseAsync(by, cancellationToken);

    public Task<RulesModel> RulesAsync(Asker by, TextBook texts, CancellationToken cancellationToken) => _rules.ReadAsync(by, texts, cancellationToken);

    /// <summary>What rules in a form would have planned lately; null for a form that has nothing to do with it. It may take some seconds.</summary>
    public Task<RulesPreview?> PreviewAsync(CommandRequest.Submitted typed, TextBook texts, CancellationToken cancellationToken) => _preview.ReadAsync(typed, texts, cancellationToken);

    /// <summary>When the weekly digest is, to be changed.</summary>
    public CommandForm DigestForm(Asker by, TextBook texts) => _rules.Digest(by, texts);

    /// <summary>The digest that was said last; null where there is none, or he cannot read its channel.</summary>
    public Task<LastDigest?> LastDigestAsync(Asker by, CancellationToken cancellationToken) => _rules.LastDigestAsync(by, cancellationToken);

    /// <summary>For so many days what people write is kept.</summary>
    public int DaysKept(Asker by) => _rules.DaysKept(by);

    /// <summary>The channels that he can read, by the platform's ids, in the order of their names.</summary>
    public Task<IReadOnlyList<(string Id, string Name)>> ChannelsAsync(Asker by, CancellationToken cancellationToken) => _rules.ChannelsAsync(by, cancellationToken);
}
