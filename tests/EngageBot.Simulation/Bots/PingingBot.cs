using EngageBot.Chat;
using EngageBot.Simulation.Model;

namespace EngageBot.Simulation.Bots;

/// <summary>Pings everybody when a post has no answer after an hour: one message, which all who did not silence it get.</summary>
internal sealed class PingingBot : Bot
{
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    private readonly Queue<Post> _waiting = new();

    public override DateTimeOffset? NextTurn => _waiting.TryPeek(out var first) ? first.At + Patience : null;

    public override Task HearAsync(MessageCreated message, Person author, CancellationToken cancellationToken)
    {
        if (World.Find(message.Id.Number) is { } post && World.Now >= Span.Live)
        {
            _waiting.Enqueue(post);
        }

        return Task.CompletedTask;
    }

    public override Task TakeTurnAsync(CancellationToken cancellationToken)
    {
        if (_waiting.Dequeue() is { AnsweredAt: null } post)
        {
            Said.Public++;
            foreach (var resident in World.Residents)
            {
                if (resident.Person != post.Plan.Author && !resident.HasSilenced && resident.IsHere(World.Now))
                {
                    Reach(resident, post);
                }
            }
        }

        return Task.CompletedTask;
    }

    private void Reach(Resident resident, Post post)
    {
        Said.Notified++;
        var chance = World.Answering.Pinged(resident.Person, post.Plan, World.Nerves.Freshness(resident, World.Now));
        if (World.Nerves.Meets(resident, weight: 1, World.Now) && World.HasEnough(resident))
        {
            return;
        }

        if (Chance.Of(World.Habits.Seed, Drawn.Prompted, resident.Person.Number, post.Plan.Number) < chance)
        {
            World.AnswersAt(World.Answering.After(World.Now, resident.Person, post.Plan, Drawn.PromptedDelay), resident.Person, post);
        }
    }
}
