using EngageBot.Chat;
using EngageBot.Outbox;

namespace EngageBot.Introductions.Proposals;

/// <summary>Whether those who are to be shown something can read where it comes from.</summary>
internal static class IntroductionAccess
{
    /// <summary>Where what an introduction shows was written.</summary>
    public static IReadOnlyList<ChannelId> ChannelsOf(StoredIntroduction introduction) =>
        [.. introduction.People.Select(person => person.Post).OfType<IntroducedPost>().Select(post => post.Place.Channel).Distinct()];

    /// <summary>What the platform does not tell now may be told later.</summary>
    public static OutboxVerdict AsVerdict(ReadAccess access) => access switch
    {
        ReadAccess.Can => new OutboxVerdict.Say(),
        ReadAccess.Cannot => new OutboxVerdict.Drop("Somebody cannot read where it comes from, or has left."),
        _ => new OutboxVerdict.Hold("It is not known now who can read what."),
    };
}
