using System.Data.Common;
using EngageBot.Charts;
using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Communities;
using EngageBot.Dashboard;
using EngageBot.Health;
using EngageBot.Home;
using EngageBot.Introductions.Proposals;
using EngageBot.Introductions.Rounds;
using EngageBot.Members;
using EngageBot.Members.Settings;
using EngageBot.Nudges;
using EngageBot.Nudges.Inbox;
using EngageBot.Nudges.Seeking;
using EngageBot.Nudges.Trials;
using EngageBot.Onboarding;
using EngageBot.Outbox;
using EngageBot.Pipeline;
using EngageBot.Privacy;
using EngageBot.Privacy.Retention;
using EngageBot.SelfPromotion.Notes;
using EngageBot.SelfPromotion.Queue;
using EngageBot.Stats.Asking;
using EngageBot.Stats.Daily;
using EngageBot.Stats.Own;
using EngageBot.Tips;
using EngageBot.Turns;
using EngageBot.Unanswered.Chosen;
using EngageBot.Why;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace EngageBot;

/// <summary>The product in a host.</summary>
public static class EngineServices
{
    extension(IServiceCollection services)
    {
        /// <summary>
        /// The product, live: whoever listens to a platform fills the <see cref="ChatEventQueue"/>. The host brings the database, its platforms
        /// (<see cref="IChatPlatform"/>), the <see cref="ErasureKey"/> and, where it is not the system's, the clock.
        /// </summary>
        /// <param name="rules">What holds where a community's moderators set nothing.</param>
        /// <param name="retention">For how long texts are kept; null for as long as usual.</param>
        public IServiceCollection AddLiveEngine(CommunityRules rules, TextRetention? retention = null)
        {
            services.TryAddSingleton(retention ?? new TextRetention());
            services.TryAddSingleton(TimeProvider.System);
            services.TryAddSingleton<ChatEventQueue>();
            services.AddRules(rules);
            services.TryAddSingleton(provider => new Engine(
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<DbDataSource>(),
                provider.GetRequiredService<RulesBook>(),
                isLive: true,
                isCaughtUp: IsCaughtUp([.. provider.GetServices<IChatPlatform>()]),
                key: provider.GetRequiredService<ErasureKey>(), partitionOf: provider.GetService<PartitionOf>()));
            services.TryAddSingleton<HealthBook>();
            services.TryAddSingleton(provider => new BotMetrics(() => provider.GetRequiredService<ChatEventQueue>().Depth));
            services.TryAddSingleton<OutboxJournal>();
            services.TryAddSingleton(provider => new ChartImage(provider.GetRequiredService<TimeProvider>()));
            services.TryAddSingleton(provider => new Speaker(
                provider.GetRequiredService<DbDataSource>(),
                provider.GetRequiredService<RulesBook>(),
                [.. provider.GetServices<IChatPlatform>()],
                provider.GetRequiredService<ChatEventQueue>().EnqueueAsync,
                provider.GetRequiredService<OutboxJournal>(),
                provider.GetRequiredService<ChartImage>()));
            services.AddHostedService<Preparation>(); // Before those that listen and speak.
            services.AddHostedService(provider => new ChatEventWorker(
                provider.GetRequiredService<ChatEventQueue>(),
                provider.GetRequiredService<Engine>(),
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<ILogger<ChatEventWorker>>())
            {
                Committed = provider.GetRequiredService<WorkSignal>().Set,
                Metrics = provider.GetRequiredService<BotMetrics>(),
                Trouble = provider.GetRequiredService<StoreTrouble>(),
            });
            services.AddHostedService<OutboxWorker>();
            services.TryAddSingleton(provider => new DayKeeper(provider.GetRequiredService<DbDataSource>()));
            services.AddHostedService<DayWorker>();
            services.TryAddSingleton(provider => new TextRemover(provider.GetRequiredService<DbDataSource>(), provider.GetRequiredService<RulesBook>(), provider.GetRequiredService<TextRetention>()));
            services.AddHostedService<RetentionWorker>();
            return services.AddCommands();
        }

        private void AddRules(CommunityRules defaults)
        {
            services.TryAddSingleton<WorkSignal>();
            services.TryAddSingleton(provider => new RulesBook(provider.GetRequiredService<DbDataSource>(), defaults, provider.GetRequiredService<TimeProvider>()));
            services.TryAddSingleton<RulesStore>();
            services.TryAddSingleton<ChannelNames>();
            services.TryAddSingleton(provider => new CommunitySwitch(provider.GetRequiredService<DbDataSource>()) { Changed = provider.GetRequiredService<WorkSignal>().Set });
            services.AddHostedService(provider => new RulesWorker(
                provider.GetRequiredService<RulesBook>(),
                provider.GetRequiredService<TimeProvider>(),
                stop => provider.GetRequiredService<ChatEventQueue>().EnqueueAsync(new QueuedEvent(null), stop), // Both halves wake for what is committed.
                provider.GetRequiredService<ILogger<RulesWorker>>()));
        }

        private IServiceCollection AddCommands()
        {
            services.TryAddSingleton<CommandRouter>();
            services.TryAddSingleton<MemberExport>();
            services.TryAddSingleton(provider => new Visibility(provider.GetServices<IChatPlatform>()));
            services.TryAddSingleton<MaySee>(provider => provider.GetRequiredService<Visibility>().MaySeeAsync);
            services.TryAddSingleton<StatsAnswer>();
            services.TryAddSingleton<ChosenPosts>();
            services.TryAddSingleton<PostMarking>();
            services.TryAddSingleton<ApprovalList>();
            services.TryAddSingleton<LongWaitList>();
            services.TryAddSingleton<FirstWords>();
            services.AddDashboard();
            services.TryAddSingleton<Afterwards>(provider => provider.GetRequiredService<FirstWords>().AddAsync);
            services.TryAddSingleton<CommunityLanguage>(provider => provider.GetRequiredService<RulesBook>().LanguageOf);
            services.TryAddSingleton<Decide>(provider => provider.GetRequiredService<ChatEventQueue>().CommitAsync);
            return services.AddMemberCommands().AddModeratorCommands().AddHelp();
        }

        private void AddDashboard()
        {
            services.TryAddSingleton<StoreTrouble>();
            services.TryAddSingleton<DashboardAddress>();
            services.TryAddSingleton<SignIns>();
            services.TryAddSingleton<ServedCommunities>();
            services.TryAddSingleton<FigurePages>();
            services.TryAddSingleton<WaitingReader>();
            services.TryAddSingleton<ActivityReader>();
            services.TryAddSingleton<LiveNetworkReader>();
            services.TryAddSingleton<NetworkPages>();
            services.TryAddSingleton<PeopleReader>();
            services.TryAddSingleton<StateReader>();
            services.TryAddSingleton<RulesPages>();
            services.TryAddSingleton<RulesTrial>();
            services.TryAddSingleton<PreviewReader>();
            services.TryAddSingleton<MemberFinder>();
            services.TryAddSingleton(provider => new DashboardReader(
                provider.GetRequiredService<FigurePages>(),
                provider.GetRequiredService<WaitingReader>(),
                provider.GetRequiredService<ActivityReader>(),
                provider.GetRequiredService<PeopleReader>(),
                provider.GetRequiredService<StateReader>(),
                provider.GetRequiredService<RulesPages>(),
                provider.GetRequiredService<PreviewReader>(),
                provider.GetRequiredService<MemberFinder>()));
        }

        private IServiceCollection AddMemberCommands() => services
            .AddSingleton<ISlashCommand, AskCommand>()
            .AddSingleton<ISlashCommand, FindCommand>()
            .AddSingleton<ISlashCommand, AnsweredCommand>()
            .AddSingleton<ISlashCommand, NoReplyCommand>()
            .AddSingleton<ISlashCommand, ChancesCommand>()
            .AddSingleton<ISlashCommand, TurnCommand>()
            .AddSingleton<ISlashCommand, NoteCommand>()
            .AddSingleton<ISlashCommand, HelperCommand>()
            .AddSingleton<ISlashCommand, IntroduceCommand>()
            .AddSingleton<ISlashCommand, ProposalCommand>()
            .AddSingleton<ISlashCommand, FollowUpCommand>()
            .AddSingleton<ISlashCommand, RoundNoticeCommand>()
            .AddSingleton<ISlashCommand, PauseCommand>()
            .AddSingleton<ISlashCommand, OptOutCommand>()
            .AddSingleton<ISlashCommand, OptInCommand>()
            .AddSingleton<ISlashCommand, PrivacyCommand>()
            .AddSingleton<ISlashCommand, LinkCommand>()
            .AddSingleton<ISlashCommand, WhyCommand>()
            .AddSingleton<ISlashCommand, StatsCommand>()
            .AddHome();

        /// <summary>A member's page has these on it.</summary>
        private IServiceCollection AddHome() => services
            .AddSingleton<MeCommand>().AddSingleton<ISlashCommand>(provider => provider.GetRequiredService<MeCommand>())
            .AddSingleton<InboxCommand>().AddSingleton<ISlashCommand>(provider => provider.GetRequiredService<InboxCommand>())
            .AddSingleton<SettingsCommand>().AddSingleton<ISlashCommand>(provider => provider.GetRequiredService<SettingsCommand>())
            .AddSingleton<ISlashCommand, HomeCommand>();

        private IServiceCollection AddModeratorCommands() => services
            .AddSingleton<ISlashCommand, QueueCommand>()
            .AddSingleton<ISlashCommand, RoundCommand>()
            .AddSingleton<ISlashCommand, LogCommand>()
            .AddSingleton<ISlashCommand, RulesCommand>()
            .AddSingleton<ISlashCommand, TextsCommand>()
            .AddSingleton<ISlashCommand, ChannelCommand>()
            .AddSingleton<ISlashCommand, QuietHoursCommand>()
            .AddSingleton<ISlashCommand, ObserveCommand>()
            .AddSingleton<ISlashCommand, LiveCommand>()
            .AddSingleton<ISlashCommand, QuietCommand>()
            .AddSingleton<ISlashCommand, SetupCommand>()
            .AddSingleton<ISlashCommand, FirstCommand>()
            .AddSingleton<ISlashCommand, NoticeCommand>()
            .AddSingleton<ISlashCommand, HelpersCommand>()
            .AddSingleton<ISlashCommand, ReportCommand>()
            .AddSingleton<ISlashCommand, ApproveCommand>()
            .AddSingleton<ISlashCommand, ModeratorStatsCommand>()
            .AddSingleton<ISlashCommand, DashboardCommand>()
            .AddSingleton<ISlashCommand, ExportCommand>();

        private IServiceCollection AddHelp() => services.AddHelp(isForModerators: false).AddHelp(isForModerators: true);

        /// <summary>It lists the others: these are known once all are made.</summary>
        private IServiceCollection AddHelp(bool isForModerators) =>
            services.AddSingleton<ISlashCommand>(provider => new HelpCommand(() => provider.GetRequiredService<CommandRouter>().Listed, isForModerators));
    }

    /// <summary>Nothing is heard of a platform that is not configured.</summary>
    private static Func<Platform, bool> IsCaughtUp(IReadOnlyList<IChatPlatform> platforms) =>
        platform => platforms.FirstOrDefault(one => one.Platform == platform)?.IsCaughtUp ?? false;
}
