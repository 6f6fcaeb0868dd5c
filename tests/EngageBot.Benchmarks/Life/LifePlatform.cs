using System.Collections.Concurrent;
using EngageBot.Chat;

namespace EngageBot.Benchmarks.Life;

/// <summary>A platform that takes everything and keeps nothing, so that a year of it fits into memory. Every third who is asked says that he will reply.</summary>
internal sealed class LifePlatform(TimeProvider clock) : IChatPlatform
{
    private const int TakenUpIn = 3;

    private readonly ConcurrentQueue<ChatEvent> _answers = [];
    private long _number = 1;

    public Platform Platform => Platform.Discord;

    public TimeSpan RecognisesRepeatsFor => TimeSpan.FromMinutes(2);

    public bool IsCaughtUp => true;

    public long Said => _number - 1;

    /// <summary>What people did about what was said to them.</summary>
    public IEnumerable<ChatEvent> TakeAnswers()
    {
        while (_answers.TryDequeue(out var answer))
        {
            yield return answer;
        }
    }

    public Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        var id = new MessageId(Interlocked.Increment(ref _number));
        if (message.To is { } member && message.Buttons.Any(button => button.Id.Command == "ask") && id.Number % TakenUpIn == 0)
        {
            _answers.Enqueue(new AskAnswered(member.Community, clock.GetUtcNow(), member, message.OutboxId, AskAnswer.WillReply));
        }

        return Task.FromResult<SendResult>(new SendResult.Sent(id) { Conversation = message.To is { } one ? new ChannelId(one.Community, $"with {one.Value}") : null });
    }

    public Task<SendResult> EditAsync(MessagePlace place, OutgoingMessage message, CancellationToken cancellationToken) => Done(place);

    public Task<SendResult> DeleteAsync(MessagePlace place, CancellationToken cancellationToken) => Done(place);

    public Task<PostPresence> FetchAsync(MessagePlace place, CancellationToken cancellationToken) => Task.FromResult(PostPresence.There);

    public Task<FindResult> FindAsync(OutgoingMessage message, DateTimeOffset since, CancellationToken cancellationToken) => Task.FromResult<FindResult>(new FindResult.Absent());

    public Task<ReadAccess> CanReadAsync(MemberId member, ChannelId channel, CancellationToken cancellationToken) => Task.FromResult(ReadAccess.Can);

    public Task<MemberPresence> PresenceAsync(MemberId member, CancellationToken cancellationToken) => Task.FromResult(default(MemberPresence));

    public Task<SendResult> TagAsync(MessagePlace post, bool isOn, CancellationToken cancellationToken) => Done(post);

    public Task<SendResult> ReactAsync(MessagePlace place, string emoji, bool isOn, CancellationToken cancellationToken) => Done(place);

    public Uri? LinkTo(MessagePlace place) => new($"https://chat.example/{place.Channel.Value}/{place.Id.Number}");

    private static Task<SendResult> Done(MessagePlace place) => Task.FromResult<SendResult>(new SendResult.Sent(place.Id));
}
