using EngageBot.Chat;
using EngageBot.Simulation.Bots;
using EngageBot.Simulation.Model;
using EngageBot.TestKit;

namespace EngageBot.Simulation;

/// <summary>
/// A community under one bot, from its first day to its last: people post, answer, get annoyed, go. It knows nothing of what a bot does; the bot hears what is written,
/// takes its turn when it wants one, and shows things to people.
/// </summary>
internal sealed class World
{
    private const string Lounge = "lounge";

    private readonly PriorityQueue<Func<CancellationToken, Task>, (DateTimeOffset At, long Order)> _happenings = new();
    private readonly Dictionary<string, int> _byChannel = [];
    private readonly Dictionary<long, Post> _posts = [];
    private readonly List<Post> _inOrder = [];
    private readonly Bot _bot;
    private readonly VirtualClock _clock;
    private long _order;
    private long _messages;
    private MessageId? _lastInLounge;

    public World(Habits habits, Cast cast, Bot bot, VirtualClock clock)
    {
        (Habits, Cast, _bot, _clock) = (habits, cast, bot, clock);
        Answering = new Answering(habits, cast);
        Nerves = new Nerves(habits);
        Residents = [.. cast.People.Select(person => new Resident(person))];
        bot.Enter(this);
    }

    public Habits Habits { get; }

    public Cast Cast { get; }

    public Answering Answering { get; }

    public Nerves Nerves { get; }

    /// <summary>By the numbers of the people.</summary>
    public IReadOnlyList<Resident> Residents { get; }

    public IReadOnlyList<Post> Posts => _inOrder;

    public DateTimeOffset Now => _clock.GetUtcNow();

    /// <summary>What people have written so far.</summary>
    public int Messages { get; private set; }

    public int MessagesIn(string channel) => _byChannel.GetValueOrDefault(channel);

    public Post? Find(long number) => _posts.GetValueOrDefault(number);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var post in Cast.Posts)
        {
            At(post.At, stop => PostAsync(post, stop));
        }

        if (_bot.HearsChat)
        {
            PlanChat();
        }

        await _bot.BeginAsync(cancellationToken);
        while (Next() is { } next && next < Span.End)
        {
            _clock.MoveTo(next);
            if (_happenings.TryPeek(out var happening, out var when) && when.At <= Now)
            {
                _happenings.Dequeue();
                await happening(cancellationToken);
            }
            else
            {
                await _bot.TakeTurnAsync(cancellationToken);
            }
        }
    }

    /// <summary>Something will happen.</summary>
    public void At(DateTimeOffset at, Func<CancellationToken, Task> happening) => _happenings.Enqueue(happening, (at > Now ? at : Now, _order++));

    /// <summary>Somebody answers a post then, if it needs one still.</summary>
    public void AnswersAt(DateTimeOffset at, Person person, Post post) => At(at, stop => AnswerAsync(Residents[person.Number], post, stop));

    /// <summary>Somebody has had enough: he leaves or is content with silence. Whether he left.</summary>
    public bool HasEnough(Resident resident)
    {
        resident.HasLeft = Nerves.Leaves(resident);
        resident.HasSilenced = true;
        return resident.HasLeft;
    }

    private DateTimeOffset? Next()
    {
        var happening = _happenings.TryPeek(out _, out var when) ? when.At : (DateTimeOffset?)null;
        return _bot.NextTurn is { } turn && (happening is null || turn < happening) ? (turn > Now ? turn : Now) : happening;
    }

    private async Task PostAsync(PlannedPost plan, CancellationToken cancellationToken)
    {
        var author = Residents[plan.Author.Number];
        if (!author.IsHere(Now) || (author.Person.IsNewcomer && !plan.IsFirst && !author.CameBack))
        {
            return;
        }

        var channel = TestTime.Channel(Wording.ChannelOf(plan.Topic, Habits));
        var post = new Post(plan, new MessageId(++_messages), channel, Now) { ChannelMessagesBefore = MessagesIn(channel.Value) };
        _posts.Add(post.Id.Number, post);
        _inOrder.Add(post);
        foreach (var reader in Residents.Where(reader => reader != author && reader.IsHere(Now)))
        {
            if (Chance.Of(Habits.Seed, Drawn.Answers, reader.Person.Number, plan.Number) < Answering.ByItself(reader.Person, plan))
            {
                AnswersAt(Answering.After(Now, reader.Person, plan, Drawn.AnswerDelay), reader.Person, post);
            }
        }

        if (plan.IsFirst)
        {
            At(Now + Span.Counts, _ => ReturnAsync(author, post));
        }

        await WriteAsync(author.Person, channel, Wording.Question(plan, Habits.Seed), post.Id, replyTo: null, Habits.HasThreads ? post.Id : null, cancellationToken);
    }

    private async Task AnswerAsync(Resident resident, Post post, CancellationToken cancellationToken)
    {
        if (post.AnsweredAt is not null || !resident.IsHere(Now))
        {
            return;
        }

        post.AnsweredAt = Now;
        post.AnsweredBy = resident.Person;
        var (thread, author) = (Habits.HasThreads ? post.Id : (MessageId?)null, post.Plan.Author);
        var answer = new MessageId(++_messages);
        await WriteAsync(resident.Person, post.Channel, Wording.Answer(post.Plan, Habits.Seed), answer, post.Id, thread, cancellationToken);
        if (Chance.Of(Habits.Seed, Drawn.Thanks, post.Plan.Number) < 0.6)
        {
            At(author.Awake(Now.AddMinutes(5 + (60 * Chance.Of(Habits.Seed, Drawn.Thanks, post.Plan.Number, 1))), 0.5), stop =>
                SayAsync(author, post, "thanks, that is it", answer, thread, stop));
        }

        if (Chance.Of(Habits.Seed, Drawn.GoesOn, post.Plan.Number) < 0.4)
        {
            At(Now.AddMinutes(2), stop => SayAsync(resident.Person, post, Wording.Answer(post.Plan, Habits.Seed), post.Id, thread, stop));
        }
    }

    private async Task SayAsync(Person person, Post post, string text, MessageId replyTo, MessageId? thread, CancellationToken cancellationToken)
    {
        if (Residents[person.Number].IsHere(Now))
        {
            await WriteAsync(person, post.Channel, text, new MessageId(++_messages), replyTo, thread, cancellationToken);
        }
    }

    private Task ReturnAsync(Resident newcomer, Post first)
    {
        var chance = first.AnsweredAt is null ? Habits.ReturnsUnanswered : Habits.ReturnsAnswered;
        newcomer.CameBack = !newcomer.HasLeft && Chance.Of(Habits.Seed, Drawn.Returns, newcomer.Person.Number) < chance;
        newcomer.StayedAway = !newcomer.HasLeft && !newcomer.CameBack;
        return Task.CompletedTask;
    }

    /// <summary>Talk in a channel of its own, each line a reply to the one before. It shows who is around.</summary>
    private void PlanChat()
    {
        foreach (var person in Cast.People)
        {
            for (var day = 0; day < Span.Days; day++)
            {
                if (Chance.Of(Habits.Seed, Drawn.Chats, person.Number, day) < Habits[HabitName.ChatPerMember])
                {
                    At(person.During(Span.Start.AddDays(day), Chance.Of(Habits.Seed, Drawn.Chats, person.Number, -1 - day)), stop => ChatAsync(person, stop));
                }
            }
        }
    }

    private async Task ChatAsync(Person person, CancellationToken cancellationToken)
    {
        if (Residents[person.Number].IsHere(Now))
        {
            var id = new MessageId(++_messages);
            await WriteAsync(person, TestTime.Channel(Lounge), "a good day to be here", id, _lastInLounge, thread: null, cancellationToken);
            _lastInLounge = id;
        }
    }

    private Task WriteAsync(Person author, ChannelId channel, string text, MessageId id, MessageId? replyTo, MessageId? thread, CancellationToken cancellationToken)
    {
        Messages++;
        _byChannel[channel.Value] = MessagesIn(channel.Value) + 1;
        return _bot.HearAsync(
            new MessageCreated(TestTime.Community, Now) { Channel = channel, Id = id, Author = TestTime.Member(author.Name), Text = text, ReplyTo = replyTo, Thread = thread },
            author,
            cancellationToken);
    }
}
