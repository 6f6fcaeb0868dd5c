using Microsoft.Extensions.Options;

namespace EngageBot.Host.Configuration;

[OptionsValidator]
internal sealed partial class PrivacyOptionsValidator : IValidateOptions<PrivacyOptions>;
