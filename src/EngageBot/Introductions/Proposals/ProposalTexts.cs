using System.Diagnostics;
using EngageBot.Chat;
using EngageBot.Texts;

namespace EngageBot.Introductions.Proposals;

/// <summary>What somebody who may be introduced is told in private, at each moment; worked out anew from what is known, so that the message is changed where that changed.</summary>
internal static class ProposalTexts
{
    public const string Command = "proposal";
    public const string Yes = "yes";
    public const string NotNow = "not-now";
    public const string Known = "known";
    public const string Never = "never";

    /// <summary>The text, and whether it has its buttons; null where what stands is to stay.</summary>
    public static (string Text, bool HasButtons)? Of(StoredIntroduction introduction, IntroducedPerson person, Func<MessagePlace, Uri?> linkTo, TextBook texts) => person.State.Answer switch
    {
        ProposalAnswer.Yes when introduction.State == IntroductionState.Opened => (Opened(introduction, linkTo, texts), false),
        ProposalAnswer.Yes when introduction.State == IntroductionState.NotOpened => (texts.Of("intro.not-opened", ("names", Others(introduction, person, texts))), false),
        { } answer => (After(answer, texts), false),
        null when introduction.State == IntroductionState.Proposed => (Question(introduction, person, linkTo, texts), true),
        null => null,
    };

    /// <summary>What is said once somebody pressed a button.</summary>
    public static string After(ProposalAnswer answer, TextBook texts) => answer switch
    {
        ProposalAnswer.Yes => texts["intro.yes"],
        ProposalAnswer.NotNow => texts["intro.not-now"],
        ProposalAnswer.KnowEachOther => texts["intro.known"],
        ProposalAnswer.Never => texts["intro.never"],
        _ => throw new UnreachableException(answer.ToString()),
    };

    public static ProposalAnswer? AnswerOf(string action) => action switch
    {
        Yes => ProposalAnswer.Yes,
        NotNow => ProposalAnswer.NotNow,
        Known => ProposalAnswer.KnowEachOther,
        Never => ProposalAnswer.Never,
        _ => null,
    };

    public static IReadOnlyList<MessageButton> Buttons(long introduction, TextBook texts) =>
    [
        new(new ButtonId(Command, Yes, introduction), texts["intro.button.yes"]) { IsMain = true },
        new(new ButtonId(Command, NotNow, introduction), texts["intro.button.not-now"]),
        new(new ButtonId(Command, Known, introduction), texts["intro.button.known"]),
        new(new ButtonId(Command, Never, introduction), texts["intro.button.never"]),
    ];

    /// <summary>Why they fit, in a sentence; empty where that is not known.</summary>
    public static string Why(StoredIntroduction introduction, TextBook texts)
    {
        var group = introduction.People.Count > 2 ? ".group" : string.Empty;
        return introduction switch
        {
            { Topics.Length: > 0 } when introduction.Posts.Count > 1 => texts.Of("intro.why.topics" + group, ("topics", Excerpt.Of(introduction.Topics))),
            { SharedChannel: { } channel } => texts.Of("intro.why.channel" + group, ("channel", "#" + Excerpt.Of(channel.TrimStart('#')))),
            _ => string.Empty,
        };
    }

    /// <summary>A name that is no markup and pings nobody.</summary>
    public static string NameOf(IntroducedPerson person, TextBook texts) => Excerpt.Of(person.Name) is { Length: > 0 } name ? name : texts["intro.somebody"];

    public static string Others(StoredIntroduction introduction, IntroducedPerson person, TextBook texts) =>
        string.Join(", ", introduction.People.Where(other => other.Key != person.Key).Select(other => NameOf(other, texts)));

    private static string Question(StoredIntroduction introduction, IntroducedPerson person, Func<MessagePlace, Uri?> linkTo, TextBook texts)
    {
        var others = introduction.People.Where(other => other.Key != person.Key).ToList();
        var isWanted = others.All(other => other.State.Answer == ProposalAnswer.Yes);
        List<string> lines =
        [
            texts.Of(isWanted ? "intro.ask.wanted" : "intro.ask", ("name", Others(introduction, person, texts))),
            Why(introduction, texts),
            isWanted && Excerpt.Of(introduction.About) is { Length: > 0 } about ? texts.Of("intro.why.about", ("about", about)) : string.Empty,
            .. others.Select(other => Wrote(other, texts.Of("intro.wrote", ("name", NameOf(other, texts))), linkTo)),
            Wrote(person, texts["intro.you-wrote"], linkTo),
            texts[isWanted ? "intro.ask.wanted.end" : "intro.ask.end"],
        ];
        return string.Join('\n', lines.Where(line => line.Length > 0));
    }

    /// <summary>Empty where there is nothing to show.</summary>
    private static string Wrote(IntroducedPerson person, string who, Func<MessagePlace, Uri?> linkTo)
    {
        if (person.Post is not { } post)
        {
            return string.Empty;
        }

        var (excerpt, link) = (Excerpt.Of(post.Text), linkTo(post.Place));
        return (excerpt.Length, link) switch
        {
            (0, null) => string.Empty,
            (0, _) => $"{who} {link!.AbsoluteUri}",
            (_, null) => $"{who} “{excerpt}”",
            _ => $"{who} “{excerpt}”\n{link.AbsoluteUri}",
        };
    }

    private static string Opened(StoredIntroduction introduction, Func<MessagePlace, Uri?> linkTo, TextBook texts) =>
        introduction.Place is { } place && linkTo(place) is { } link ? $"{texts["intro.opened"]}\n{link.AbsoluteUri}" : texts["intro.opened"];
}
