using EngageBot.Chat;
using EngageBot.Texts;

namespace EngageBot.Introductions.Proposals;

/// <summary>The first words in the place of people who are introduced: why, and two starters from what they wrote. All of it is what all of them can read.</summary>
internal static class MeetingTexts
{
    private const int MostStarters = 2;

    /// <param name="isReadByModerators">The place looks more private than it is.</param>
    public static string Of(StoredIntroduction introduction, bool isReadByModerators, Func<MessagePlace, Uri?> linkTo, TextBook texts)
    {
        var isRound = introduction.Occasion == IntroductionOccasion.Round;
        List<string> lines =
        [
            texts.Of(isRound ? "intro.meeting.round" : "intro.meeting", ("names", Names(introduction, texts))),
            ProposalTexts.Why(introduction, texts),
            Excerpt.Of(introduction.About) is { Length: > 0 } about ? texts.Of("intro.why.about", ("about", about)) : string.Empty,
            .. Starters(introduction, linkTo, texts),
            isReadByModerators ? texts["intro.meeting.moderators"] : string.Empty,
        ];
        return string.Join('\n', lines.Where(line => line.Length > 0));
    }

    public static MeetingPlace PlaceOf(StoredIntroduction introduction, bool isPrivate, TextBook texts) => new(
        texts.Of("intro.meeting.name", ("names", Names(introduction, texts))),
        isPrivate,
        [.. introduction.People.Select(person => person.Id)]);

    /// <summary>What somebody wrote is a question to the next one; who wrote nothing that can be shown is asked himself.</summary>
    private static IEnumerable<string> Starters(StoredIntroduction introduction, Func<MessagePlace, Uri?> linkTo, TextBook texts) => introduction.People
        .OrderBy(person => Excerpt.Of(person.Post?.Text).Length == 0)
        .Take(MostStarters)
        .Select(person => Starter(person, After(introduction.People, person), linkTo, texts));

    private static string Starter(IntroducedPerson person, IntroducedPerson next, Func<MessagePlace, Uri?> linkTo, TextBook texts)
    {
        var (name, other) = (ProposalTexts.NameOf(person, texts), ProposalTexts.NameOf(next, texts));
        if (person.Post is not { } post || Excerpt.Of(post.Text) is not { Length: > 0 } excerpt)
        {
            return texts.Of("intro.starter.bare", ("name", name));
        }

        var starter = texts.Of("intro.starter", ("name", name), ("post", excerpt), ("other", other));
        return linkTo(post.Place) is { } link ? $"{starter}\n{link.AbsoluteUri}" : starter;
    }

    private static IntroducedPerson After(IReadOnlyList<IntroducedPerson> people, IntroducedPerson person) =>
        people[(people.Index().First(one => one.Item.Key == person.Key).Index + 1) % people.Count];

    private static string Names(StoredIntroduction introduction, TextBook texts) => string.Join(", ", introduction.People.Select(person => ProposalTexts.NameOf(person, texts)));
}
