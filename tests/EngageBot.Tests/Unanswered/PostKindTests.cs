using EngageBot.Chat;
using EngageBot.Unanswered;
using EngageBot.Unanswered.Kinds;

namespace EngageBot.Tests.Unanswered;

/// <summary>The kinds that call for silence, in several languages, and what only sounds like them.</summary>
public sealed class PostKindTests
{
    public static TheoryData<string, PostKind> Seldom { get; } = new()
    {
        { "I don't want to live anymore", PostKind.Crisis },
        { "some nights I think about killing myself", PostKind.Crisis },
        { "sorry I was away, my dad passed away on Monday", PostKind.Crisis },
        { "My best friend died last week and I can't focus", PostKind.Crisis },
        { "everyone would be better off without me", PostKind.Crisis },
        { "I feel so hopeless, does it ever get better?", PostKind.Crisis },
        { "had a panic attack at work again", PostKind.Crisis },
        { "ich will nicht mehr leben", PostKind.Crisis },
        { "Meine Mutter ist gestern gestorben", PostKind.Crisis },
        { "ya no quiero vivir", PostKind.Crisis },
        { "mi padre falleció ayer", PostKind.Crisis },
        { "j'ai envie de mourir", PostKind.Crisis },
        { "mon père est mort ce matin", PostKind.Crisis },
        { "não quero mais viver", PostKind.Crisis },
        { "minha avó morreu ontem", PostKind.Crisis },
        { "もう死にたい", PostKind.Crisis },
        { "母が亡くなりました", PostKind.Crisis },
        { "you are such an idiot", PostKind.Quarrel },
        { "just shut up already", PostKind.Quarrel },
        { "fuck off", PostKind.Quarrel },
        { "are you stupid or what?", PostKind.Quarrel },
        { "stop insulting me", PostKind.Quarrel },
        { "halt die Klappe", PostKind.Quarrel },
        { "du bist so ein Lügner", PostKind.Quarrel },
        { "eres un imbécil", PostKind.Quarrel },
        { "ta gueule", PostKind.Quarrel },
        { "cala a boca", PostKind.Quarrel },
        { "黙れ", PostKind.Quarrel },
        { "Earn $500 a day from home!!", PostKind.Scam },
        { "FREE NITRO for the next 10 people, claim here https://nitro.example", PostKind.Scam },
        { "connect your wallet to receive the airdrop", PostKind.Scam },
        { "never lose money again, guaranteed profits with crypto trading", PostKind.Scam },
        { "I'm giving away my MacBook for free, dm me if interested", PostKind.Scam },
        { "support will ask for your seed phrase to verify the account", PostKind.Scam },
        { "Message me privately if you want to know how", PostKind.Scam },
        { "anyone who can help, please DM me", PostKind.Scam },
        { "schreib mir privat, dann zeige ich dir wie", PostKind.Scam },
        { "von zu hause einfach Geld verdienen", PostKind.Scam },
        { "gana dinero desde casa", PostKind.Scam },
        { "écrivez-moi en privé", PostKind.Scam },
        { "ganhe dinheiro sem sair de casa", PostKind.Scam },
        { "副業で月収50万円", PostKind.Scam },
        { "this server has become really toxic", PostKind.Complaint },
        { "I want my money back", PostKind.Complaint },
        { "nobody ever answers here", PostKind.Complaint },
        { "the mods keep deleting my posts", PostKind.Complaint },
        { "I am very disappointed with your support", PostKind.Complaint },
        { "so ein schlechter Service, ich möchte mich beschweren", PostKind.Complaint },
        { "pésimo servicio, quiero un reembolso", PostKind.Complaint },
        { "c'est inadmissible, remboursez-moi", PostKind.Complaint },
        { "péssimo atendimento", PostKind.Complaint },
        { "返金してください", PostKind.Complaint },
        { "Who wants to join tonight?", PostKind.Invitation },
        { "Anyone up for a game at 8?", PostKind.Invitation },
        { "we are hosting a small meetup, everyone is invited", PostKind.Invitation },
        { "wer hat Lust auf ein Spiel heute Abend?", PostKind.Invitation },
        { "kommt alle vorbei, ihr seid herzlich eingeladen", PostKind.Invitation },
        { "¿quién se apunta mañana?", PostKind.Invitation },
        { "qui veut jouer ce soir ?", PostKind.Invitation },
        { "quem quer jogar hoje?", PostKind.Invitation },
        { "一緒に遊びませんか？", PostKind.Invitation },
        { "Want to earn more with your photos? Join our course https://course.example", PostKind.Announcement },
        { "Tired of slow builds? Try our new runner today", PostKind.Announcement },
        { "Willst du abnehmen? Melde dich jetzt an", PostKind.Announcement },
    };

    [Theory, MemberData(nameof(Seldom))]
    public void A_kind_that_is_seldom_is_seen(string text, PostKind kind) => Assert.Equal(kind, PostClassifier.Classify(text, MessageTraits.None));

    [Theory, MemberData(nameof(Seldom))]
    public void What_a_closer_look_finds_has_a_cue(string text, PostKind kind)
    {
        var cues = KindCues.In(text);
        Assert.Equal(
            (CrisisWords.Are(text), QuarrelWords.Are(text), ScamWords.Are(text), ComplaintWords.Are(text), InvitationWords.Are(text)),
            (CrisisWords.Are(text) && cues.HasFlag(KindCue.Crisis), QuarrelWords.Are(text) && cues.HasFlag(KindCue.Quarrel), ScamWords.Are(text) && cues.HasFlag(KindCue.Scam),
                ComplaintWords.Are(text) && cues.HasFlag(KindCue.Complaint), InvitationWords.Are(text) && cues.HasFlag(KindCue.Invitation)));
        Assert.NotEqual(PostKind.Chat, kind);
    }

    [Theory]
    [InlineData("how do I kill the process?", PostKind.HelpRequest)]
    [InlineData("my disk died, what now?", PostKind.Question)]
    [InlineData("I'm dead lol", PostKind.Chat)]
    [InlineData("this is killing me", PostKind.Chat)]
    [InlineData("the daemon died again", PostKind.Chat)]
    [InlineData("is the live cd dead?", PostKind.Question)]
    [InlineData("kernel panic on boot", PostKind.Chat)]
    [InlineData("that function is deprecated", PostKind.Chat)]
    [InlineData("career suicide, that", PostKind.Chat)]
    [InlineData("does the child process die with its parent?", PostKind.Question)]
    [InlineData("I'm an idiot, it was the cable", PostKind.Chat)]
    [InlineData("stupid question: where is the log?", PostKind.Question)]
    [InlineData("how do I shut down the server?", PostKind.HelpRequest)]
    [InlineData("which mother board do you have?", PostKind.Question)]
    [InlineData("DM me the log", PostKind.Chat)]
    [InlineData("please don't pm me", PostKind.Chat)]
    [InlineData("where is my ssh private key?", PostKind.Question)]
    [InlineData("it makes 500 requests a day", PostKind.Chat)]
    [InlineData("what does this error message mean?", PostKind.Question)]
    [InlineData("the support for wayland is poor", PostKind.Chat)]
    [InlineData("the command to join two files is paste", PostKind.Chat)]
    [InlineData("how do you delete a line?", PostKind.HelpRequest)]
    [InlineData("do you need root for this? I read https://example.org/a", PostKind.Question)]
    public void What_only_sounds_like_it_is_not(string text, PostKind kind) => Assert.Equal(kind, PostClassifier.Classify(text, MessageTraits.None));

    [Theory]
    [InlineData("necesito ayuda con la impresora", PostKind.HelpRequest)]
    [InlineData("j'ai besoin d'aide avec le moteur", PostKind.HelpRequest)]
    [InlineData("preciso de ajuda com a placa", PostKind.HelpRequest)]
    [InlineData("was meint ihr zu meinem Entwurf", PostKind.FeedbackRequest)]
    [InlineData("感想をお願いします、新しいロゴです", PostKind.FeedbackRequest)]
    [InlineData("Hola a todos, me llamo Marta", PostKind.Introduction)]
    [InlineData("Bonjour à tous, je m'appelle Luc", PostKind.Introduction)]
    [InlineData("新しいロボットを作りました、見てください", PostKind.ShownWork)]
    [InlineData("mein erstes Projekt ist endlich da", PostKind.ShownWork)]
    public void Openings_are_known_in_several_languages(string text, PostKind kind) => Assert.Equal(kind, PostClassifier.Classify(text, MessageTraits.None));

    [Theory]
    [InlineData(PostKind.Question, true), InlineData(PostKind.HelpRequest, true), InlineData(PostKind.FeedbackRequest, true)]
    [InlineData(PostKind.Introduction, true), InlineData(PostKind.ShownWork, true)]
    [InlineData(PostKind.Chat, false), InlineData(PostKind.Announcement, false), InlineData(PostKind.Invitation, false), InlineData(PostKind.Complaint, false)]
    [InlineData(PostKind.Crisis, false), InlineData(PostKind.Quarrel, false), InlineData(PostKind.Scam, false)]
    public void Only_what_behaviour_calls_an_open_post_invites_a_reply(PostKind kind, bool invites)
    {
        Assert.Equal(invites, PostClassifier.InvitesReply(kind));
        Assert.Equal(invites, PostSql.InvitingKinds.Split(", ").Contains(((int)kind).ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void A_reaction_settles_an_invitation() => Assert.True(Acknowledgements.Settles(PostKind.Invitation, asksYesOrNo: false, "👍", byAuthor: false, mayMark: false));

    [Theory]
    [InlineData("✅", false, true, true), InlineData("✅", false, false, false), InlineData("✅", true, true, true), InlineData("👍", false, true, false)]
    public void A_tick_settles_a_question_where_it_is_for_who_put_it_to_say_so(string emoji, bool byAuthor, bool mayMark, bool settles) =>
        Assert.Equal(settles, Acknowledgements.Settles(PostKind.Question, Acknowledgements.IsYesOrNo("how does it open?"), emoji, byAuthor, mayMark));
}
