using EngageBot.Communities;
using EngageBot.Texts;
using FsCheck;
using FsCheck.Fluent;

namespace EngageBot.Tests.Communities;

/// <summary>Rules that are written and read again are the same, whatever they say.</summary>
public sealed class RulesRoundTripTests
{
    private static readonly string[] Words = ["help", "#Général", "ヘルプ", "c-1", "\"quoted\"", "✅", "<:solved:12>", "a\\b"];

    private static readonly Gen<CommunityRules> Any =
        from seconds in Gen.ArrayOf(Gen.Choose(1, 600_000), 5)
        from numbers in Gen.ArrayOf(Gen.Choose(0, 5), 6)
        from words in Gen.ArrayOf(Gen.Elements(Words), 8)
        select Make([.. seconds.Order()], numbers, words);

    [Fact]
    public void Rules_in_a_file_come_back_as_they_were() => Prop.ForAll(Any.ToArbitrary(), rules =>
    {
        var written = RulesFile.Write(rules);
        return RulesFile.Compare(rules, RulesFile.Read(written, new CommunityRules(), "test")).Count == 0 && RulesFile.Write(RulesFile.Read(written, new CommunityRules(), "test")) == written;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_stored_over_some_defaults_gives_the_rules_that_were_wanted() => Prop.ForAll(Any.ToArbitrary(), Any.ToArbitrary(), Any.ToArbitrary(), (defaults, before, wanted) =>
    {
        var stored = RulesOverrides.Of(before, defaults, []);
        var changed = RulesOverrides.Parse(RulesOverrides.Of(wanted, defaults, stored).ToJsonString());
        return RulesFile.Compare(RulesOverrides.Effective(defaults, stored, out _), before).Count == 0
            && RulesFile.Compare(RulesOverrides.Effective(defaults, changed, out var unfit), wanted).Count == 0
            && unfit.Count == 0;
    }).QuickCheckThrowOnFailure();

    private static CommunityRules Make(int[] seconds, int[] numbers, string[] words) => new()
    {
        WaitAtLeast = TimeSpan.FromSeconds(seconds[0]),
        WaitWithoutHistory = TimeSpan.FromSeconds(seconds[1]),
        WaitAtMost = TimeSpan.FromSeconds(seconds[2]),
        BoardAtMost = TimeSpan.FromSeconds(seconds[3]),
        RestAfter = TimeSpan.FromSeconds(seconds[4]),
        AsksPerPost = numbers[0],
        AsksPerDay = numbers[1] == 0 ? null : numbers[1],
        RepliesPerDay = numbers[2] == 0 ? null : numbers[2],
        PublicStep = (PublicStep)(numbers[3] % 3),
        WatchedChannels = [.. words.Take(numbers[4])],
        PromotionChannels = [words[5]],
        AnsweredEmoji = [words[6]],
        SolvedTags = numbers[2] == 0 ? [] : ["fertig", "解決!"],
        BoardChannel = numbers[5] == 0 ? null : words[7],
        SuggestsIntroductions = numbers[2] == 0 ? null : numbers[1] > 2,
        IntroductionChannel = numbers[3] == 0 ? null : words[2],
        PrivateIntroductions = numbers[4] > 2,
        DigestChannel = numbers[5] < 3 ? null : words[1],
        DigestDay = (DayOfWeek)numbers[2],
        DigestHour = numbers[1] * 4,
        ModeratorChannel = numbers[4] == 0 ? null : words[3],
        Language = TextBook.Languages[numbers[5] % TextBook.Languages.Count],
        QuietHours = numbers[0] == 0 ? null : new QuietHours(new TimeOnly(20 + (numbers[1] % 4), 30), new TimeOnly(6, numbers[2]), "Europe/Berlin"),
        Texts = numbers[1] == 0 ? new Dictionary<string, string>() : new Dictionary<string, string> { ["board.title"] = $"\"Go {words[1]}\"\n{words[2]} ✅" },
        Channels = numbers[3] < 3 ? [] : [new ChannelRules { Channel = words[0], WaitAtLeast = TimeSpan.FromSeconds(seconds[0]) }],
    };
}
