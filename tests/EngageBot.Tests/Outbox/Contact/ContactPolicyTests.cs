using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Outbox.Contact;

namespace EngageBot.Tests.Outbox.Contact;

public sealed class ContactPolicyTests
{
    /// <summary>A Wednesday.</summary>
    private static readonly DateTimeOffset Noon = new(2026, 3, 4, 12, 0, 0, TimeSpan.Zero);

    private static readonly ContactFacts Helper = new()
    {
        Kind = ContactKind.Ask,
        Platform = Platform.Discord,
        Person = new ContactPerson { Agreement = ContactAgreement.Agreed },
        History = new ContactHistory(),
        Community = new ContactCommunity { IsLive = true, AsksPerDay = int.MaxValue },
    };

    public static TheoryData<string, string> Refused => new()
    {
        { nameof(ContactPerson.IsBot), nameof(ContactReason.Bot) },
        { nameof(ContactPerson.HasLeft), nameof(ContactReason.Left) },
        { nameof(ContactPerson.HasOptedOut), nameof(ContactReason.OptedOut) },
        { nameof(ContactAgreement.NotAsked), nameof(ContactReason.NotAgreed) },
        { nameof(ContactAgreement.Declined), nameof(ContactReason.NotAgreed) },
        { nameof(ContactCommunity.IsLive), nameof(ContactReason.Observing) },
        { nameof(ContactCommunity.IsKindOn), nameof(ContactReason.SwitchedOff) },
        { nameof(ContactCommunity.AsksPerDay), nameof(ContactReason.NoBudget) },
    };

    [Fact]
    public void A_helper_whom_nothing_speaks_against_is_asked_now() => Assert.IsType<ContactDecision.Allowed>(ContactPolicy.Decide(Helper, Noon));

    [Theory, MemberData(nameof(Refused))]
    public void Somebody_who_may_not_be_contacted_never_is(string because, string reason)
    {
        var facts = because switch
        {
            nameof(ContactPerson.IsBot) => Helper with { Person = Helper.Person with { IsBot = true } },
            nameof(ContactPerson.HasLeft) => Helper with { Person = Helper.Person with { HasLeft = true } },
            nameof(ContactPerson.HasOptedOut) => Helper with { Person = Helper.Person with { HasOptedOut = true } },
            nameof(ContactCommunity.IsLive) => Helper with { Community = Helper.Community with { IsLive = false } },
            nameof(ContactCommunity.IsKindOn) => Helper with { Community = Helper.Community with { IsKindOn = false } },
            nameof(ContactCommunity.AsksPerDay) => Helper with { Community = Helper.Community with { AsksPerDay = 0 } },
            _ => Helper with { Person = Helper.Person with { Agreement = Enum.Parse<ContactAgreement>(because) } },
        };
        Assert.Equal(reason, Assert.IsType<ContactDecision.Never>(ContactPolicy.Decide(facts, Noon)).Reason.ToString());
    }

    [Theory]
    [InlineData("Ask", "NotAsked", false), InlineData("Introduction", "NotAsked", false), InlineData("Round", "NotAsked", false), InlineData("FollowUp", "NotAsked", false)]
    [InlineData("Thanks", "NotAsked", false), InlineData("YourTurn", "NotAsked", true), InlineData("PromoterNote", "NotAsked", true)]
    [InlineData("YourTurn", "Declined", false), InlineData("PromoterNote", "Declined", false), InlineData("Answer", "Declined", true), InlineData("Introduction", "Agreed", true)]
    public void Only_your_turn_and_the_promoters_note_are_offered_unasked(string kind, string agreement, bool isAllowed)
    {
        var facts = Helper with { Kind = Enum.Parse<ContactKind>(kind), Person = Helper.Person with { Agreement = Enum.Parse<ContactAgreement>(agreement) } };
        Assert.Equal(isAllowed, ContactPolicy.Decide(facts, Noon) is ContactDecision.Allowed);
    }

    [Fact]
    public void What_he_asks_for_himself_is_answered_at_any_time_and_to_anybody_but_those_who_left()
    {
        var person = new ContactPerson { HasOptedOut = true, PausedUntil = Noon.AddYears(1), IsAway = true, TimedOutUntil = Noon.AddDays(1) };
        var history = new ContactHistory { Nudges = [Noon, Noon, Noon, Noon], Bundles = [Noon] };
        var asked = Helper with { Kind = ContactKind.Answer, Platform = Platform.Slack, Person = person, History = history, Community = new() { IsLive = false, AsksPerDay = 0 } };
        Assert.IsType<ContactDecision.Allowed>(ContactPolicy.Decide(asked, Noon.AddHours(14)));
        Assert.IsType<ContactDecision.Never>(ContactPolicy.Decide(asked with { Person = person with { HasLeft = true } }, Noon));
    }

    [Theory]
    [InlineData("-23:59", "00:01", nameof(ContactReason.NudgedToday))]
    [InlineData("-1.00:00", null, null)]
    [InlineData("-6.23:00 -4.00:00 -2.00:00", "01:00", nameof(ContactReason.NudgedThisWeek))]
    [InlineData("-7.00:00 -4.00:00 -2.00:00", null, null)]
    [InlineData("-2.00:00 -4.00:00 -6.00:00 -00:30", "23:30", nameof(ContactReason.NudgedToday))] // and then there are three in the week: until the fourth day from now
    [InlineData("05:00", "1.05:00", nameof(ContactReason.NudgedToday))] // one is reserved for this evening
    public void A_member_is_nudged_once_a_day_and_three_times_a_week(string sent, string? later, string? reason)
    {
        DateTimeOffset[] nudges = [.. sent.Split(' ').Select(ago => Noon + TimeSpan.Parse(ago))];
        var decision = ContactPolicy.Decide(Helper with { Kind = ContactKind.Introduction, History = new ContactHistory { Nudges = nudges } }, Noon);
        if (nudges.Length == 4)
        {
            Assert.Equal(new ContactDecision.Later(Noon.AddDays(3), ContactReason.NudgedThisWeek), decision);
            return;
        }

        AssertLater(later, reason, decision);
    }

    [Theory]
    [InlineData(false, "-2.23:00", "01:00", nameof(ContactReason.AskedLately))]
    [InlineData(true, "-2.23:00", null, null)]
    [InlineData(false, "-3.00:00", null, null)]
    public void A_helper_is_asked_once_in_three_days_until_he_has_answered(bool hasAnswered, string asked, string? later, string? reason)
    {
        DateTimeOffset[] asks = [Noon + TimeSpan.Parse(asked)];
        var facts = Helper with { Person = Helper.Person with { HasAnsweredOnce = hasAnswered }, History = new ContactHistory { Nudges = asks, Asks = asks } };
        AssertLater(later, reason, ContactPolicy.Decide(facts, Noon));
    }

    [Fact]
    public void A_promoter_has_a_note_once_in_14_days()
    {
        var facts = Helper with { Kind = ContactKind.PromoterNote, History = new ContactHistory { Notes = [Noon.AddDays(-13)] } };
        Assert.Equal(new ContactDecision.Later(Noon.AddDays(1), ContactReason.NotedLately), ContactPolicy.Decide(facts, Noon));
    }

    [Fact]
    public void A_small_community_asks_one_person_a_day()
    {
        var facts = Helper with { Community = Helper.Community with { AsksPerDay = new CommunityRules().AsksPerDayFor(80), Asks = [Noon.AddHours(-20)] } };
        Assert.Equal(new ContactDecision.Later(Noon.AddHours(4), ContactReason.CommunityBudget), ContactPolicy.Decide(facts, Noon));
        Assert.IsType<ContactDecision.Allowed>(ContactPolicy.Decide(facts with { Kind = ContactKind.Introduction }, Noon));
    }

    [Theory]
    [InlineData(nameof(ContactReason.TimedOut), 5), InlineData(nameof(ContactReason.Paused), 700), InlineData(nameof(ContactReason.DoNotDisturb), 2)]
    public void Who_wants_quiet_for_a_while_has_it(string reason, int hours)
    {
        var until = Noon.AddHours(hours);
        var person = reason switch
        {
            nameof(ContactReason.TimedOut) => Helper.Person with { TimedOutUntil = until },
            nameof(ContactReason.Paused) => Helper.Person with { PausedUntil = until },
            _ => Helper.Person with { DoNotDisturbUntil = until },
        };
        Assert.Equal(new ContactDecision.Later(until, Enum.Parse<ContactReason>(reason)), ContactPolicy.Decide(Helper with { Person = person }, Noon));
        Assert.IsType<ContactDecision.Allowed>(ContactPolicy.Decide(Helper with { Person = person }, until));
    }

    [Fact]
    public void Who_is_away_is_looked_for_again() =>
        Assert.Equal(new ContactDecision.Later(Noon.AddMinutes(30), ContactReason.Away), ContactPolicy.Decide(Helper with { Person = Helper.Person with { IsAway = true } }, Noon));

    [Fact]
    public void The_reason_is_what_takes_longest()
    {
        var facts = Helper with
        {
            Person = Helper.Person with { PausedUntil = new DateTimeOffset(2026, 3, 6, 23, 0, 0, TimeSpan.Zero) },
            Community = Helper.Community with { QuietHours = new QuietHours(new TimeOnly(22, 0), new TimeOnly(8, 0), "Etc/UTC") },
        };
        Assert.Equal(new ContactDecision.Later(new DateTimeOffset(2026, 3, 7, 8, 0, 0, TimeSpan.Zero), ContactReason.Paused), ContactPolicy.Decide(facts, Noon));
    }

    [Fact]
    public void Thanks_count_as_no_nudge()
    {
        var facts = Helper with { Kind = ContactKind.Thanks, History = new ContactHistory { Nudges = [Noon, Noon.AddDays(-1), Noon.AddDays(-2)], Asks = [Noon] } };
        Assert.IsType<ContactDecision.Allowed>(ContactPolicy.Decide(facts, Noon));
    }

    [Fact]
    public void Every_reason_is_said_in_words_under_a_key_of_its_own()
    {
        var reasons = Enum.GetValues<ContactReason>();
        Assert.Equal(reasons.Length, reasons.Select(ContactReasons.Key).Distinct().Count());
        Assert.Equal(reasons.Length, reasons.Select(ContactReasons.English).Distinct().Count());
        Assert.All(reasons.Select(ContactReasons.English), words => Assert.Matches(@"^[A-Z][^{}]+\.$", words));
        Assert.Equal("contact.nudged_this_week", ContactReasons.Key(ContactReason.NudgedThisWeek));
    }

    private static void AssertLater(string? later, string? reason, ContactDecision decision) => Assert.Equal(
        later is null ? new ContactDecision.Allowed() : new ContactDecision.Later(Noon + TimeSpan.Parse(later), Enum.Parse<ContactReason>(reason!)),
        decision);
}
