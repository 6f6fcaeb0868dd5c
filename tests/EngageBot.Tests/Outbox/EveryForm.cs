using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Communities;
using EngageBot.Outbox;
using EngageBot.TestKit;
using EngageBot.Tests.Onboarding;

namespace EngageBot.Tests.Outbox;

/// <summary>
/// A story of ten days in which everything that the bot can say comes to be said at least once, whatever befalls the process meanwhile. The first message of each form waits for a
/// moderator, who lets everything through.
/// </summary>
/// <param name="pass">A second passes, or a long time at once.</param>
internal sealed class EveryForm(LiveStory story, Func<TimeSpan, Task> pass)
{
    private const int LongestWait = 120;

    private const int LongestSaying = 30;

    private const int AtOnce = 5;

    /// <summary>What was held is looked at again after a minute.</summary>
    private static readonly TimeSpan Held = TimeSpan.FromSeconds(20);

    private const string Offer = "Big sale in our shop! Buy my new course now with 50% off, use the code BIRDS at https://shop.example/ref=pia";

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private static readonly string[] Helpers = [.. Enumerable.Range(1, 9).Select(number => $"helper{number}")];

    private readonly HashSet<long> _approved = [];

    /// <summary>Who pressed a button last.</summary>
    private string? _pressed;

    public static async Task<LiveStory> BeginAsync(TestDatabase database, PublicStep step)
    {
        var story = await LiveStory.BeginAsync(database, isLive: false, rules: rules => rules with
        {
            PublicStep = step, Approvals = 1, HelperRole = "guides", PromoterNote = true, AsksPerPost = 3, AsksPerDay = 100, RestAfter = TimeSpan.FromHours(48), DigestChannel = "second", DigestDay = DayOfWeek.Thursday,
        });
        story.Platform.Forums.Add("help");
        await story.HappenAsync(LiveStory.Channel("mods", ChannelVisibility.Readers));
        await FirstMinutes.RememberAsync(story);
        await story.HappenAsync(FirstMinutes.Seen(story));
        return story;
    }

    /// <summary>All forms but those of the public steps that are not the community's.</summary>
    public static IReadOnlySet<OutboxKind> Expected(PublicStep step) => Enum.GetValues<OutboxKind>()
        .Except([OutboxKind.Board, OutboxKind.Tag, OutboxKind.Reply])
        .Append(step switch { PublicStep.Tag => OutboxKind.Tag, PublicStep.Reply => OutboxKind.Reply, _ => OutboxKind.Board })
        .ToHashSet();

    public static async Task<IReadOnlySet<OutboxKind>> PlannedAsync(LiveStory story) =>
        (await story.Database.RowsAsync("SELECT DISTINCT kind FROM outbox")).Select(kind => Enum.Parse<OutboxKind>(kind)).ToHashSet();

    public async Task RunAsync()
    {
        await ArriveAsync();
        await HelpAsync();
        await TroubleAsync();
        await PromoteAsync();
        await IntroduceAsync();
        await WaitDaysAsync();
        await CrowdAsync();
        await StopAsync();
    }

    private async Task ArriveAsync()
    {
        await UntilPlannedAsync(OutboxKind.Joined);
        await pass(TimeSpan.FromMinutes(11));
        await UntilPlannedAsync(OutboxKind.Report);
        await story.FillInAsync(await FirstMinutes.ModeratorTypesAsync(story, "notice", ("channel", "second")), "mod", isModerator: true);
        await story.FillInAsync(await FirstMinutes.ModeratorTypesAsync(story, "helpers", ("action", "signup"), ("channel", "board")), "mod", isModerator: true);
        await UntilPlannedAsync(OutboxKind.Notice);
        await UntilPlannedAsync(OutboxKind.SignUp);
        await FirstMinutes.ModeratorTypesAsync(story, "live");
        await story.HappenAsync(new MemberSeen(TestTime.Community, story.Clock.GetUtcNow(), TestTime.Member("guide")) { Name = "guide", Roles = ["7", "guides"] });
        await UntilPlannedAsync(OutboxKind.HelperNotice);
    }

    /// <summary>Somebody is asked, says that he will reply, does, and hears of it; a second post waits until everybody sees it.</summary>
    private async Task HelpAsync()
    {
        await story.AgreeAsync(Helpers);
        await story.WriteAsync(A.Message("how do I open the first box?").Id(1).By("ann").In("help").InThread(1));
        await UntilPlannedAsync(OutboxKind.Eyes, () => PressAllAsync("will", "first box"));
        var helper = _pressed!;
        await story.WriteAsync(A.Message("how do I open the second box?").Id(2).By("ben").In("help").InThread(2));
        await UntilAsync("a public step", async () => (await PlannedAsync(story)).Overlaps([OutboxKind.Board, OutboxKind.Tag, OutboxKind.Reply]));
        await story.WriteAsync(A.Message("with a key, turn it to the left").Id(3).By(helper).In("help").InThread(1).ReplyingTo(1));
        await pass(Second);
        await story.WriteAsync(A.Message("thanks, that is it").Id(4).By("ann").In("help").InThread(1).ReplyingTo(3));
        await pass(TimeSpan.FromMinutes(31));
        await UntilPlannedAsync(OutboxKind.Thanks);
    }

    private async Task TroubleAsync()
    {
        await story.WriteAsync(A.Message("I can't go on anymore, I want to end my life").Id(10).By("cat").In("second"));
        await UntilPlannedAsync(OutboxKind.Concern);
    }

    private async Task PromoteAsync()
    {
        await story.WriteAsync(A.Message("the new printer driver works with my old printer").Id(40).By("pia").In("board"));
        await story.WriteAsync(A.Message("that printer driver prints in colour too").Id(41).By("pia").In("board"));
        await story.WriteAsync(A.Message(Offer).Id(42).By("pia").In("help"));
        await pass(TimeSpan.FromMinutes(12));
        await story.WriteAsync(A.Message(Offer).Id(43).By("pia").In("second"));
        await pass(TimeSpan.FromMinutes(12));
        await UntilPlannedAsync(OutboxKind.Queued);
        await story.WriteAsync(A.Message("which printer driver do you use for an old printer?").Id(50).By("tim").In("second"));
        await UntilAsync("a moderator's decision", async () => (await story.Database.RowsAsync("SELECT 1 FROM promotion_queue WHERE is_accepted = 1")).Count > 0, () => PressInModsAsync("accept"));
        await pass(TimeSpan.FromMinutes(6));
        await UntilPlannedAsync(OutboxKind.PromoterNote);
    }

    private async Task IntroduceAsync()
    {
        await story.WriteAsync(A.Message("my telescope shows distant galaxies tonight").Id(60).By("ina").In("help").InThread(60));
        await story.WriteAsync(A.Message("the galaxies look blurred in my telescope").Id(61).By("ivo").In("help").InThread(61));
        await story.HappenAsync(Agrees("ivo", ContactKind.Introduction));
        await story.TypeAsync("ina", "introduce", options: new Dictionary<string, string> { ["who"] = "ivo" });
        await UntilPlannedAsync(OutboxKind.Proposal);
        await UntilPlannedAsync(OutboxKind.Introduction, () => PressAllAsync("yes", "telescope"));
        await UntilAsync("a place", async () => (await story.Database.RowsAsync("SELECT 1 FROM introductions WHERE opened_at IS NOT NULL")).Count > 0);
    }

    /// <summary>An author comes back but does not answer; those who were introduced are asked what came of it; a round is announced.</summary>
    private async Task WaitDaysAsync()
    {
        await story.WriteAsync(A.Message("how do I close the lid?").Id(70).By("tia").In("second"));
        await story.WriteAsync(A.Message("which lid do you mean?").Id(71).By("zoe").In("second").ReplyingTo(70));
        await pass(Second);
        await story.WriteAsync(A.Message("good morning").Id(72).By("tia").In("board"));
        await story.HappenAsync(((string[])["rob", "ros", "ray", "ria"]).Select(who => (ChatEvent)Agrees(who, ContactKind.Round)));
        await FirstMinutes.ModeratorTypesAsync(story, "round", ("what", "start"), ("every", "week"), ("size", "2"));
        await pass(TimeSpan.FromHours(25));
        await pass(TimeSpan.FromMinutes(6));
        await UntilPlannedAsync(OutboxKind.YourTurn);
        await pass(TimeSpan.FromDays(2));
        await UntilPlannedAsync(OutboxKind.Digest);
        await pass(TimeSpan.FromDays(0.5));
        await UntilPlannedAsync(OutboxKind.FollowUp);
        await pass(TimeSpan.FromDays(2.5));
        await UntilPlannedAsync(OutboxKind.RoundNotice);
    }

    private async Task CrowdAsync()
    {
        var now = story.Clock.GetUtcNow();
        await story.HappenAsync(Enumerable.Range(0, 12).Select(number => TestTime.Member($"new{number}")).Select(member =>
            (ChatEvent)new MemberSeen(TestTime.Community, now, member) { Name = member.Value, JoinedAt = now.AddMinutes(-30) }));
        await UntilPlannedAsync(OutboxKind.Raid);
        await pass(TimeSpan.FromHours(26));
        await pass(TimeSpan.FromHours(2));
    }

    /// <summary>All who are asked do not want to be.</summary>
    private async Task StopAsync()
    {
        await story.AgreeAsync("late1", "late2", "late3");
        await story.WriteAsync(A.Message("how do I paint the box?").Id(80).By("eva").In("second"));
        await UntilPlannedAsync(OutboxKind.Hint, () => PressAllAsync("stop", "paint the box"));
    }

    /// <summary>Until it is planned, and some time in which it can be said.</summary>
    private async Task UntilPlannedAsync(OutboxKind kind, Func<Task>? act = null)
    {
        await UntilAsync($"{kind}", async () => (await PlannedAsync(story)).Contains(kind), act);
        var underWay = $"SELECT 1 FROM outbox WHERE kind = {kind:D} AND state IN ({OutboxState.Planned:D}, {OutboxState.Claimed:D}, {OutboxState.Uncertain:D})";
        for (var second = 0; second < LongestSaying && (await story.Database.RowsAsync(underWay)).Count > 0; second++)
        {
            await pass(second < AtOnce ? Second : Held);
            await PressInModsAsync("send");
        }
    }

    private async Task UntilAsync(string what, Func<Task<bool>> isThere, Func<Task>? act = null)
    {
        for (var second = 0; !await isThere(); second++)
        {
            Assert.True(second < LongestWait, $"{what} never came: {string.Join("; ", await story.OutboxAsync())}");
            await pass(second < LongestWait / 2 ? Second : Held);
            await PressInModsAsync("send");
            await (act?.Invoke() ?? Task.CompletedTask);
        }
    }

    /// <summary>Moderators press what they are shown, each button once.</summary>
    private async Task PressInModsAsync(string action)
    {
        foreach (var button in FirstMinutes.In(story, "mods").SelectMany(sent => sent.Buttons).Where(button => button.Id.Action == action && !_approved.Contains(button.Id.Subject)).ToList())
        {
            if (await story.ModerateAsync(button.Id) is not CommandReply.Replaces { Text: "This one is decided or over already." })
            {
                _approved.Add(button.Id.Subject);
            }
        }
    }

    private async Task PressAllAsync(string action, string about)
    {
        foreach (var sent in story.Platform.Standing.Where(sent => sent.To is not null && sent.Text.Contains(about, StringComparison.Ordinal)).ToList())
        {
            if (sent.Buttons.FirstOrDefault(button => button.Id.Action == action) is { } button)
            {
                _pressed = sent.To!.Value.Value;
                await story.PressAsync(_pressed, button.Id);
            }
        }
    }

    private MemberChoice.Agrees Agrees(string who, ContactKind kind) => new(TestTime.Community, story.Clock.GetUtcNow(), TestTime.Member(who), kind, IsWanted: true);
}
