using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Onboarding;
using EngageBot.TestKit;
using EngageBot.Tests.Database;
using EngageBot.Texts;

namespace EngageBot.Tests.Onboarding;

/// <summary>Somebody who has just used the bot is offered, once, to be asked himself.</summary>
public sealed class FirstWordsTests
{
    [Theory, EachEngine]
    public async Task Who_has_just_used_the_bot_is_offered_it_once(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await LiveStory.BeginAsync(database);
        await story.WriteAsync(A.Message("hello").Id(1).In("help").By("ada"));
        var words = new FirstWords(database.Source, story.Book, (choice, _) => story.HappenAsync(choice));

        var first = Assert.IsType<CommandReply.Says>(await words.AddAsync(new Made("inbox"), Ask.Typed("inbox"), new CommandReply.Says("done"), CancellationToken.None));
        Assert.Equal("done\n\nBy the way: would you like to answer somebody now and then yourself?", first.Text);
        Assert.Equal("Ask me sometimes", Assert.Single(first.Buttons).Label);
        Assert.Equal("done", Assert.IsType<CommandReply.Says>(await words.AddAsync(new Made("inbox"), Ask.Typed("inbox"), new CommandReply.Says("done"), CancellationToken.None)).Text);
    }

    [Theory, EachEngine]
    public async Task What_he_asked_for_stays_whole_with_its_file_and_all_its_buttons(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await LiveStory.BeginAsync(database);
        await story.WriteAsync(A.Message("hello").Id(1).In("help").By("ada"));
        var words = new FirstWords(database.Source, story.Book, (choice, _) => story.HappenAsync(choice));
        var answer = new CommandReply.Says("done")
        {
            File = new ReplyFile("picture.png", new byte[] { 1 }) { Alt = "a picture" },
            Buttons = [.. Enumerable.Range(1, 6).Select(number => new MessageButton(new ButtonId("inbox", "will", number), "I'll reply"))],
        };

        var said = Assert.IsType<CommandReply.Says>(await words.AddAsync(new Made("inbox"), Ask.Typed("inbox"), answer, CancellationToken.None));
        Assert.Same(answer.File, said.File);
        Assert.Equal([.. answer.Buttons.Select(button => button.Id), new ButtonId("helper", "on", 0)], said.Buttons.Select(button => button.Id));
    }

    [Theory, EachEngine]
    public async Task Nobody_is_offered_it_who_is_about_to_leave_or_has_decided(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await LiveStory.BeginAsync(database);
        await story.WriteAsync(A.Message("hello").Id(1).In("help").By("ada"));
        var words = new FirstWords(database.Source, story.Book, (choice, _) => story.HappenAsync(choice));
        Assert.Equal("done", Assert.IsType<CommandReply.Says>(await words.AddAsync(new Made("optout"), Ask.Typed("optout"), new CommandReply.Says("done"), CancellationToken.None)).Text);
        await story.AgreeAsync("ada");
        Assert.Equal("done", Assert.IsType<CommandReply.Says>(await words.AddAsync(new Made("inbox"), Ask.Typed("inbox"), new CommandReply.Says("done"), CancellationToken.None)).Text);
    }

    private sealed class Made(string name) : ISlashCommand
    {
        public string Name => name;

        public Task<CommandReply> RunAsync(CommandRequest request, TextBook texts, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
