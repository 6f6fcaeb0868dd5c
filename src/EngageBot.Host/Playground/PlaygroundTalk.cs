using System.Text.RegularExpressions;

namespace EngageBot.Host.Playground;

/// <summary>
/// Members who act by themselves: they chat now and then, one asks something, and whoever the bot asks in private says that he will reply, and does. What they do depends
/// on nothing but the clock and what stands in the chat.
/// </summary>
internal sealed partial class PlaygroundTalk(PlaygroundTown town)
{
    private static readonly TimeSpan BetweenLines = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan ThinksFor = TimeSpan.FromMinutes(4);
    private static readonly TimeSpan WritesFor = TimeSpan.FromMinutes(6);

    private static readonly string[] Lines =
    [
        "good to see it quiet here for once", "tea's on, second pot today", "the rain has not stopped since breakfast", "I finally labelled all my drawers",
        "that made my day, thank you", "same here, took me three tries", "ha, of course it did", "I will bring biscuits on saturday", "it works! do not touch anything",
        "how do I get the second sensor to wake up after the first one went to sleep?", "nice, that is a clean solution", "back at the bench, finally",
        "the cat approves of it", "see you all at the workshop", "I wrote it down this time", "does anyone know why the display goes dark after ten minutes?",
    ];

    private static readonly string[] Answers =
    [
        "I had the same last month: check the cheap cable first, then the setting that nobody looks at. Tell us what you find?",
        "Try it slower and warmer, and change one thing at a time. That is what did it for me.",
        "There is a good way round it: start from the plain example and add your part last. I can show you mine.",
    ];

    /// <summary>Who said that he will reply to a post, and when he does.</summary>
    private readonly Dictionary<long, (string Helper, DateTimeOffset At)> _promises = [];
    private DateTimeOffset? _nextLine;
    private int _line;

    public bool IsOn { get; private set; }

    /// <summary>When somebody does something next; null for never.</summary>
    public DateTimeOffset? NextDue => !IsOn ? null : _promises.Values.Select(promise => promise.At).Append(_nextLine ?? DateTimeOffset.MaxValue).Min();

    public void Switch(bool isOn)
    {
        IsOn = isOn;
        _nextLine = isOn ? town.Clock.Now + TimeSpan.FromMinutes(1) : null;
        _promises.Clear();
    }

    /// <summary>Does what is due.</summary>
    public async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        if (!IsOn)
        {
            return;
        }

        await PromiseAsync(cancellationToken);
        await AnswerAsync(cancellationToken);
        if (_nextLine <= town.Clock.Now)
        {
            _nextLine = town.Clock.Now + BetweenLines + TimeSpan.FromMinutes(_line % 4);
            await ChatAsync(cancellationToken);
        }
    }

    /// <summary>Who was asked a while ago says that he will reply.</summary>
    private async Task PromiseAsync(CancellationToken cancellationToken)
    {
        foreach (var ask in town.World.Private(most: 20))
        {
            if (ask.Buttons.FirstOrDefault(button => button.Id is { Command: "ask", Action: "will" }) is { } will
                && town.Clock.Now - ask.At >= ThinksFor && ReaderOf(ask) is { } helper && PostOf(ask.Text) is { } post)
            {
                await town.AskAsync(commands => commands.PressAsync(helper, ask.Number, will.Id.ToString(), cancellationToken), cancellationToken);
                _promises[post] = (helper, town.Clock.Now + WritesFor);
            }
        }
    }

    private async Task AnswerAsync(CancellationToken cancellationToken)
    {
        foreach (var (post, (helper, _)) in _promises.Where(promise => promise.Value.At <= town.Clock.Now).ToList())
        {
            _promises.Remove(post);
            if (town.World.Message(post) is { } message)
            {
                await town.WriteAsync(helper, message.Channel, Answers[(int)(post % Answers.Length)], replyTo: post, thread: null, cancellationToken);
            }
        }
    }

    /// <summary>Nobody talks past a question that waits: it would look like an answer.</summary>
    private async Task ChatAsync(CancellationToken cancellationToken)
    {
        var waiting = (await town.WaitingAsync(cancellationToken)).Select(number => town.World.Message(number)?.Channel).ToHashSet(StringComparer.Ordinal);
        var channels = town.World.Channels
            .Where(channel => channel is { Readers: null } && channel.Name != PlaygroundRules.Board && channel.Name != "announcements" && !waiting.Contains(channel.Id)).ToList();
        if (channels.Count == 0 || town.Cast.Count == 0)
        {
            return;
        }

        var (line, author) = (_line % Lines.Length, town.Cast[_line * 5 % town.Cast.Count].Id);
        await town.WriteAsync(author, channels[_line * 3 % channels.Count].Id, Lines[line], replyTo: null, thread: null, cancellationToken);
        _line++;
    }

    private string? ReaderOf(PlaygroundMessage ask) => town.World.Channel(ask.Channel) is { IsPrivate: true, Readers: [var reader] } ? reader : null;

    private static long? PostOf(string text) => Link().Match(text) is { Success: true } link && long.TryParse(link.Groups["number"].ValueSpan, out var number) ? number : null;

    [GeneratedRegex(@"message=(?<number>\d{1,12})", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 200)]
    private static partial Regex Link();
}
