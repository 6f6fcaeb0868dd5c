using EngageBot.Chat;

namespace EngageBot.TestKit;

/// <summary>A message in the making: <c>A.Message("how do I?").By("ada").In("help").At(Noon)</c>.</summary>
public sealed record MessageBuilder(string Text)
{
    private static long _number;

    private string _author = "ada";
    private string _channel = "general";
    private DateTimeOffset _at = TestTime.Noon;
    private MessageId _id = new(Interlocked.Increment(ref _number));
    private MessageId? _replyTo;
    private MessageId? _thread;
    private IReadOnlyList<string> _mentions = [];
    private MessageTraits _traits;

    public MessageBuilder By(string author) => this with { _author = author };

    public MessageBuilder In(string channel) => this with { _channel = channel };

    public MessageBuilder At(DateTimeOffset at) => this with { _at = at };

    public MessageBuilder Id(long number) => this with { _id = new MessageId(number) };

    public MessageBuilder ReplyingTo(long number) => this with { _replyTo = new MessageId(number) };

    public MessageBuilder InThread(long number) => this with { _thread = new MessageId(number) };

    public MessageBuilder Mentioning(params string[] members) => this with { _mentions = members };

    public MessageBuilder With(MessageTraits traits) => this with { _traits = traits };

    public MessageCreated Build() => new(TestTime.Community, _at)
    {
        Channel = new ChannelId(TestTime.Community, _channel),
        Id = _id,
        Author = new MemberId(TestTime.Community, _author),
        Text = Text,
        ReplyTo = _replyTo,
        Thread = _thread,
        Mentions = [.. _mentions.Select(member => new MemberId(TestTime.Community, member))],
        Traits = _traits,
    };

    public static implicit operator ChatEvent(MessageBuilder builder) => builder.Build();

    public ChatEvent ToChatEvent() => Build();
}
