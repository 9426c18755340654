/// Verbs that attribute by themselves, as their plain forms; the regular other forms are made from these.
let speechVerbs: StaticString = """
  add ask explain note argue reply respond recall continue conclude declare insist state tweet post quip joke muse \
  wonder warn vow pledge promise announce acknowledge concede boast lament complain observe remark suggest claim \
  contend counter retort shout yell scream chant testify urge predict confirm comment report reiterate stress \
  emphasize emphasise exclaim whisper mutter murmur sigh opine repeat assert allege caution joke crow gripe fume \
  proclaim pronounce relate recount remind advise advocate assure retweet snap gush rail thunder bemoan maintain \
  posit propose speculate surmise theorize theorise venture volunteer vouch proffer plead protest object interject \
  exhort intimate insinuate enthuse contend extol \
  intone bellow charge confess bark retaliate riff press banter start conclude lecture correct drawl grumble \
  grouse growl howl hiss groan moan scoff sniff hedge demur surmise counsel instruct inquire query jab taunt \
  tease fire blurt reflect reveal disclose detail predict thunder hector croon cackle cheer offer marvel elaborate clarify summarize summarise hint enthuse deadpan chime stipulate
  """

/// Their forms that no rule makes.
let irregularSpeech: StaticString = """
  say says said saying tell tells told telling write writes wrote written writing admit admits admitted admitting \
  read reads reading quipped quipping shot cry cries cried crying swear swears swore sworn think thinks thought \
  tweeted posited retweeted blogged quoted
  """

/// Verbs that attribute what is quoted beside them.
let cueVerbs: StaticString = """
  call describe dismiss dub label term deem praise mock believe want claim accuse criticize criticise denounce condemn \
  refer cite quote demand blast slam attack warn blame characterize characterise decry deride disparage hail laud \
  tout trumpet express declare deny reject question ridicule scold rip taunt threaten vow wish hope fear expect \
  regard view consider perceive imagine recommend support oppose promise defend portray depict paint proclaim brand \
  denigrate lambast lambaste lampoon lash compare liken scoff sneer rant berate chide chastise rebuke rebuff \
  bash trash thank apologize apologise commend credit applaud congratulate celebrate welcome endorse embrace echo \
  issue release publish publicize outline detail discuss mention address answer challenge chant \
  agree disagree doubt dispute rule find conclude decide determine reveal disclose signal indicate imply suggest show \
  demonstrate argue advise appeal implore beg urge order instruct direct command require request invite encourage \
  title inscribe headline caption mean judge see use utter employ coin invoke espouse preach pray \
  feel worry excoriate assail pillory skewer upbraid admonish castigate vilify insult smear \
  reference characterise pronounce evoke underscore highlight emblazon read discover learn identify \
  say tell write hold notify inform brief testify forecast note joke crack laugh smile nod shrug \
  gloat vent seethe erupt respond react counter tease include contain carry \
  sing rap recite
  """

let irregularCues: StaticString = """
  put puts putting sing sang sung thought thinks thinking felt found wrote written told heard held spoke speak speaks \
  speaking meant ripped ripping referred referring preferred slammed slamming dubbed rapped knew know knows known \
  understood begged rebutted rebuts labeled labelled bragged bragging brag brags bristled sought fretted frets lit \
  pointed rated rating ranked ranking listed named naming signed aired printed texted estimated reasoned railed \
  railing pointing featured deemed emailed e-mailed compelled saw seen see sees read reads spelled
  """
