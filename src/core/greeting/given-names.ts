import { fold } from '../fold.ts'

/*
 * Given names in everyday use, by where they are most at home; each name once is enough, accents do not matter.
 * Left out on purpose: names that are as often an ordinary word, a firm or a place (Bella, Mercedes, Hope, Summer), and
 * names that are more often a surname. Who is missing gets the fallback, which is never wrong.
 */
const english = `Aaron Abigail Adam Adrian Aidan Alan Alastair Albert Alex Alexander Alexandra Alfie Alfred Alice Alicia Alison Amanda
Amber Amelia Amy Andrea Andrew Angela Angus Anita Ann Anna Annabel Anne Annette Annie Anthony Antonia Arabella Archie
Aria Ariana Arthur Ashley Audrey Barbara Barry Beatrice Becky Ben Benjamin Bernadette Bernard Bert Bertha Bethany
Betty Beverley Bill Billy Bob Bobby Brandon Brenda Brendan Brian Bridget Bruce Bryan Callum Cameron Carl Carla Carmen
Carol Caroline Carolyn Catherine Cathy Cecilia Charles Charlie Charlotte Chelsea Cher Cheryl Chloe Chris Christina
Christine Christopher Claire Clara Clare Clive Colin Connor Constance Craig Cynthia Daisy Damian Daniel Danielle Danny
Darren Dave David Dean Deborah Debbie Declan Denise Dennis Derek Diana Diane Dominic Donald Donna Doris Dorothy Doug
Douglas Duncan Dylan Ed Eddie Edgar Edith Edmund Edward Edwin Eileen Elaine Eleanor Eliza Elizabeth Ella Ellen Ellie
Elliot Elsie Emily Emma Eric Erica Erin Esther Ethan Eugene Eva Eve Evelyn Evan Felicity Felix Fiona Florence Frances
Francesca Francis Frank Fred Freddie Frederick Freya Gabriel Gabriella Gareth Garry Gary Gavin Gemma Geoff Geoffrey
George Georgia Georgina Gerald Geraldine Gillian Gina Gladys Glen Glenn Gloria Gordon Grace Graeme Graham Greg Gregory
Gwen Gwendolyn Hannah Harold Harriet Harry Hayley Hazel Heather Hector Helen Henrietta Henry Herbert Hilary Holly
Howard Hugh Ian Imogen Irene Isaac Isabel Isabella Isabelle Isla Ivan Ivy Jack Jackie Jacob Jacqueline Jake James
Jamie Jan Jane Janet Janice Jason Jean Jeff Jeffrey Jemima Jennifer Jenny Jeremy Jerry Jess Jesse Jessica Jill Jim
Jimmy Joan Joanna Joanne Jodie Joe Joel John Johnny Jon Jonathan Jordan Joseph Josephine Josh Joshua Joyce Juan Judith
Judy Julia Julian Juliana Julie Juliet June Justin Karen Karl Kate Katharine Katherine Kathleen Kathryn Kathy Katie
Katy Keith Kelly Ken Kenneth Kerry Kevin Kieran Kim Kirsten Kirsty Kyle Larry Laura Lauren Lawrence Leah Leanne Lee
Len Leo Leon Leonard Leonie Leroy Leslie Lewis Liam Lillian Linda Lindsay Lindsey Lisa Liz Lloyd Lois Lorna Lorraine
Louis Louisa Louise Lucas Lucille Lucinda Lucy Luke Lydia Lynda Lynn Lynne Mabel Madeleine Madison Maggie Malcolm
Mandy Marc Marcus Margaret Maria Marian Marie Marilyn Marion Marjorie Mark Martha Martin Martyn Mary Mathew Matilda
Matt Matthew Maureen Maurice Max Maxine Maya Megan Melanie Melissa Melody Michael Michelle Mick Mike Mildred Miles
Millie Miranda Miriam Moira Molly Monica Muriel Myra Nadia Nancy Naomi Natalie Natasha Nathan Nathaniel Neil Nell
Neville Niall Nicholas Nick Nicola Nicole Nigel Nina Noah Noel Nora Norma Norman Oliver Olivia Oscar Owen Pam Pamela
Patricia Patrick Paul Paula Pauline Peggy Penelope Penny Pete Peter Phil Philip Philippa Phillip Phoebe Phyllis Polly
Poppy Quentin Rachel Ralph Raymond Rebecca Reginald Renee Rhys Richard Rick Rita Rob Robert Roberta Robin Roderick
Roger Ron Ronald Ronnie Rory Rosalind Rosemary Rosie Ross Roxanne Roy Ruby Rupert Russell Ruth Ryan Sally Sam Samantha
Samuel Sandra Sara Sarah Scott Sean Sebastian Shane Shannon Sharon Shaun Sheila Shirley Sidney Simon Simone Sinead
Siobhan Sonia Sophia Sophie Stacey Stanley Stella Stephanie Stephen Steve Steven Stewart Stuart Sue Susan Susanna
Suzanne Sybil Sylvia Tamara Tamsin Tania Tara Ted Terence Teresa Terry Tessa Thelma Theo Theodore Theresa Thomas
Tiffany Tim Timothy Tina Toby Todd Tom Tommy Toni Tony Tracey Tracy Trevor Trudy Tyler Ursula Valerie Vanessa Vera
Veronica Vic Vicky Victor Victoria Vincent Viola Violet Virginia Vivian Vivienne Walter Wanda Wayne Wendy William
Winifred Winston Yvonne Zachary Zara Zoe`

const german = `Achim Adelheid Adolf Agnes Albrecht Alexa Alfons Alois Aloisia Amalia Amelie Andreas Anette Angelika Anja Anke
Anneliese Annegret Annemarie Anni Annika Ansgar Antje Anton Armin Arne Arno Arnold Astrid August Axel Barbel Bastian
Beate Benedikt Benno Bernd Bernhard Berthold Bettina Bianca Birgit Birgitta Birte Bjorn Bodo Boris Brigitte Britta
Burkhard Carina Carola Carsten Christa Christel Christiane Christoph Claas Claudia Claus Clemens Conrad Constanze
Cordula Cornelia Dagmar Daniela Detlef Detlev Dietmar Dietrich Dirk Dominik Doreen Dorothea Dorte Eberhard Eckhard
Edeltraud Egon Ekkehard Elfriede Elias Elisabeth Elke Elmar Elsa Elsbeth Else Emil Emilia Erhard Erich Erika Ernst
Erwin Esra Eugen Evelin Ewald Fabian Falk Ferdinand Finn Florian Franka Franz Franziska Frauke Frieda Friedhelm
Friedrich Fritz Gabi Gabriele Georg Gerald Gerda Gerhard Gerlinde Gernot Gert Gertrud Gesa Gesine Gisela Gitta
Gottfried Greta Gudrun Guido Gunda Gunter Gunther Gustav Hanna Hannelore Hannes Hans Harald Hartmut Hedwig Heide
Heidemarie Heidi Heike Heiko Heiner Heinrich Heinz Helene Helga Helge Hella Helmut Hendrik Henning Henrik Henrike
Heribert Hermann Hermine Hilde Hildegard Hiltrud Holger Horst Hubert Ida Ilka Ilona Ilse Imke Ines Inge Ingeborg Ingo
Ingrid Insa Irina Iris Irma Irmgard Isolde Jana Janina Janine Jannik Jens Joachim Jochen Johann Johanna Johannes Jonas
Jorg Jorn Josef Josefine Joseph Julius Jurgen Juergen Joerg Jutta Kai Karin Karina Karla Karola Karoline Karsten
Katharina Kathe Kathrin Katja Katrin Kerstin Kilian Klara Klaus Konrad Konstantin Kornelia Kristin Kristina Kuno Kurt
Lara Larissa Lars Lea Lena Leni Lennart Leopold Lieselotte Liesel Lilli Lina Linus Lore Lorenz Lothar Lotte Ludwig
Luis Luisa Luise Luka Lutz Magda Magdalena Maik Maike Maja Malte Manfred Manuela Mara Marco Mareike Margarete
Margarethe Margit Margot Margret Marianne Marina Mario Marita Marius Marlene Marlies Marta Marvin Mathias Mathilde
Matthias Maximilian Mechthild Meike Melina Merle Mia Michaela Mika Milena Mirco Mirjam Mona Monika Moritz Nadine
Natalia Nele Nicolas Nicole Niels Niklas Nikola Nikolaus Nils Norbert Nora Olaf Ole Oskar Oswald Otmar Ottilie Otto
Pascal Patrizia Petra Pia Rainer Ralf Ramona Raphael Rebekka Regina Regine Reiner Reinhard Reinhold Renate Renata
Richarda Roland Rolf Roman Romy Ronja Rosa Rosemarie Roswitha Rudiger Rudolf Runa Sabine Sabrina Sandro Saskia Sibylle
Sieglinde Siegfried Siegrid Sigrid Sigmund Silke Silvia Simone Sina Sofia Sofie Sonja Stefan Stefanie Steffen Steffi
Stephan Susanne Susi Sven Svenja Swantje Tabea Tanja Tatjana Thea Thilo Thorsten Till Tilo Tim Timo Tobias Torben
Torsten Traute Udo Ulf Uli Ulla Ulrich Ulrike Urs Ute Uta Uwe Valentin Valentina Verena Veronika Viktor Viktoria
Vinzenz Volker Volkmar Waldemar Waltraud Werner Wiebke Wilfried Wilhelm Wilhelmine Willi Willy Winfried Wolf Wolfgang
Wolfram Xaver Yannick Yvette Zita`

const romance = `Grazia Antonietta Assunta Carmela Concetta Franca Immacolata Nunzia Adele Adeline Adriana Adriano Adrien Agathe Agnese Agostino Agustin Aitor Alain Alba Alberto Alejandra Alejandro
Alessandra Alessandro Alessia Alessio Alexandre Alexis Alfonso Alfredo Aline Alix Alvaro Amandine Ambra Amelie Ana
Anabel Anais Anatole Andre Andreia Andres Angelo Annick Anouk Antoine Antonella Antonio Arlette Armand Armando Arnaud
Arturo Asuncion Aude Augustin Aurelie Aurelien Aurora Axelle Baptiste Bartolome Bastien Beatriz Begona Benedetta
Benedicte Benito Benoit Bernarda Bernardo Berenice Blanca Brigitte Bruna Bruno Camila Camilla Camille Candela Capucine
Carine Carlo Carlos Carlota Carme Carolina Catalina Catarina Caterina Cecile Cecilia Celeste Celia Celine Cesar
Chantal Chiara Christelle Christian Christiane Christophe Cinzia Ciro Claude Claudette Claudine Claudio Clelia
Clemence Clement Clementine Clotilde Colette Concepcion Consuelo Coralie Corentin Corinne Cristian Cristina Cristobal
Cyril Damien Daniele Danilo Dario Davide Debora Delphine Denis Diego Dimitri Dolores Domenico Dominique Domingo
Donatella Doriana Edoardo Eduardo Edouard Elena Eleonora Eliane Elisa Elise Elodie Eloise Elsa Elvira Emanuele
Emanuela Emilie Emile Emiliano Emilio Emmanuel Emmanuelle Encarnacion Enrica Enrico Enrique Enzo Ernesto Esteban
Estelle Esther Etienne Eugenia Eugenie Eugenio Eulalia Eusebio Ezequiel Fabien Fabienne Fabio Fabiola Fabrice Fabrizio
Fatima Federica Federico Felicia Felipe Ferran Fernanda Fernando Filipa Filipe Filippo Flavia Flavio Flora Florencia
Florent Florian Floriane Francesco Francine Francisca Francisco Franck Franco Francois Francoise Frederic Frederica
Frederique Gabriela Gaelle Gaetan Gaetano Gaspard Gaston Gemma Genevieve Georges Gerard Germain German Gerardo
Gertrude Ghislaine Giacomo Gianfranco Gianluca Gianni Gilbert Gilles Ginette Gino Giorgia Giorgio Giovanna Giovanni
Giulia Giuliana Giuliano Giulio Giuseppe Giuseppina Gonzalo Graziella Gregoire Guadalupe Guillaume Guillermo Guilherme
Gustavo Guy Helena Helene Henri Hernan Hernando Herve Hortense Hugo Humberto Ignacio Ignazio Ilaria Imma Ines
Inmaculada Irene Isabel Isabella Isabelle Ivana Ivo Jacinto Jacopo Jacques Jaime Jaume Javier Jeanne Jeannine Jeremie
Jerome Jesus Joana Joao Joaquim Joaquin Joelle Jordi Jorge Jose Josefa Josefina Josep Josette Josiane Juana Julien
Julienne Julio Justine Karine Laetitia Laia Laurence Laurent Laurine Lautaro Leandro Leonardo Leonor Leticia Lidia
Ligia Liliana Liliane Lino Lionel Livia Loic Lola Lorena Lorenza Lorenzo Lourdes Luc Luca Lucia Luciana Luciano Lucie
Lucien Lucienne Lucio Lucrezia Ludivine Ludovic Luigi Luigia Luisa Lurdes Luz Macarena Madalena Maddalena Mael Mafalda
Magali Manon Manolo Manuel Manuela Marc Marcel Marcela Marcelle Marcello Marcelo Marcia Marcos Margarida Margarita
Margaux Margherita Marguerite Mariana Mariangela Mariano Mariela Marielle Marilena Marilia Marine Marisa Marisol Marta
Marthe Martina Martine Marzia Massimo Mathieu Mathilde Matias Matilde Matteo Mattia Mauricio Maurizio Mauro Maxime
Melanie Michel Michela Michele Micheline Miguel Mikel Milagros Milo Mireille Mirella Miriam Monique Montse Montserrat
Muriel Myriam Nadege Nadine Natacha Nathalie Nerea Nestor Nicolas Nicolo Nicoletta Nieves Noelia Noemi Noemie Nuno
Nuria Octavio Odette Odile Olga Olivier Oriol Ornella Osvaldo Pablo Paco Paloma Paola Paolo Pascale Pasquale Patrice
Patricio Patrizia Paulette Paulina Paulo Pedro Pep Perrine Philippe Piero Pierre Pierrette Pietro Pilar Quentin Rafael
Rafaela Raffaele Raffaella Ramon Raquel Raoul Raul Raymonde Regis Reine Remi Remy Renaud Rene Renzo Ricardo Riccardo
Rita Roberto Rocco Rocio Rodolfo Rodrigo Rogelio Roland Romain Romane Romeo Romina Rosalia Rosanna Rosario Rosaria
Ruben Rui Salvador Salvatore Sandrine Santiago Sara Sebastien Serena Serge Sergi Sergio Severine Silvana Silvia Silvio
Simona Simone Sofia Solange Soledad Sonia Stefania Stefano Susana Sylvain Sylvaine Sylvie Tancredi Teresa Thais Theo
Theophile Therese Thibault Thierry Tiago Timothee Tiziana Tommaso Trinidad Ugo Umberto Valentin Valeria Valerie
Valerio Vasco Veronica Veronique Vicente Victoire Victorine Vincente Vincenza Vincenzo Viviane Vittoria Vittorio
Wilfrido Xavier Xavi Yann Yannick Yolanda Yolande Yves Yvan Yvette Zacarias Zelia`

const northern = `Aage Adriaan Agneta Aino Aksel Aleid Alva Anders Anett Anika Anita Anjo Annelies Anneke Annikki Antti Anouk Arie Arja
Arvid Asbjorn Aslaug Asta Astri Arjen Bart Bas Bengt Berit Bente Bjarne Bo Bodil Borje Bram Britt Christer Cees Coen
Daan Dag Dagny Dorte Dorthe Ebba Eero Eeva Eino Eirik Elin Ellinor Elsebeth Emmi Erik Erika Erkki Erling Esa Esben
Espen Eskil Evert Femke Fleur Floor Folke Fredrik Freja Frida Frode Frits Geert Geir Gerrit Gijs Gitte Goran Gorel
Greetje Gro Gun Gunilla Gunnar Gunvor Gustaf Haakon Hakan Halvor Hanne Hannu Harri Hege Heikki Heleen Hella Helle
Helmi Henk Henriette Herman Hilda Hilde Hjalmar Ilse Inga Inger Ingvar Ingvild Inka Ivar Jaana Jaap Jakob Janne
Jannicke Jari Jarl Jelle Jeroen Jesper Jette Joakim Johan Joke Jonna Joost Joop Jorgen Jorunn Jos Jouni Juha Juhani
Jukka Jussi Jytte Kaarina Kaija Kaisa Kalle Karita Karianne Kari Kasper Katarina Katrine Kees Kerttu Kimmo Kirsi
Kirsti Kjell Kjersti Klaas Knud Knut Koen Krister Kristian Kristiina Kristoffer Laila Lasse Lauri Leena Leif Lene
Lieke Lies Liisa Line Linnea Lis Lisbet Lisbeth Liselotte Lotta Maarten Maaike Maj Magne Magnhild Magnus Maija Malin
Marieke Marijke Marika Marit Marja Marjatta Markku Marko Markus Marleen Martijn Martti Matti Mats Mette Mieke Mikael
Mikkel Mikko Minna Mogens Morten Nanna Niek Nienke Niina Nikolaj Odd Oddvar Ola Olav Oluf Olle Olof Orjan Outi Oyvind
Ove Paavo Palle Pekka Per Pernille Petter Piet Pieter Pim Pirjo Pirkko Poul Preben Ragnar Ragnhild Randi Rasmus Reijo
Reidun Riikka Riitta Rikke Rinus Rob Roel Rolv Ruud Saara Sakari Sander Sanna Sanne Seppo Signe Sigurd Siiri Silje
Sindre Siri Sissel Sjoerd Solveig Soren Soeren Staffan Stale Stein Steinar Stig Stijn Sture Sunniva Susann Sverre
Synnove Taina Tapio Teemu Terhi Terje Thijs Thor Thora Thorbjorn Tiina Timo Tjeerd Tomas Tone Tor Torbjorn Tore
Torgeir Torhild Torill Torkel Trine Trond Truls Tuomas Tuula Turid Tyra Ulrika Unni Vegard Vesa Vibeke Vidar Vigdis
Viggo Ville Vilde Virpi Wim Wouter Yngve Yrjo Arve Asgeir Oystein Ylva Aleksi Onni Ida Jakobina Sigridur Gudrun`

const eastern = `Adrienn Agata Agnieszka Akos Aleksander Aleksandar Aleksandra Aleksei Aleksey Alena Alexandru Alexei Alina Alzbeta
Anatol Andrei Andrej Andrzej Anastasia Anastasija Aneta Anezka Aniko Anton Anzhela Arkadiusz Artem Artur Arkady Attila
Balazs Barbora Bartosz Bartlomiej Beata Bence Blazej Boguslaw Bohdan Bojan Bogdan Bogumil Bohumil Boguslawa Borbala
Bozena Bronislaw Bronislava Cezary Csaba Csilla Cristian Czeslaw Damir Dana Danica Danuta Dariusz Darya Daria David
Denisa Dejan Dmitri Dmitry Dmytro Dobroslav Dominika Dorota Doina Dragan Dragana Dusan Edit Edyta Ekaterina Elzbieta
Emese Emilija Eniko Erzsebet Eszter Eva Ewa Ewelina Ferenc Filip Florin Frantisek Gabor Galina Gennady Gergely Georgi
Gheorghe Grazyna Grigory Grzegorz Gyorgy Gyozo Gyula Gyongyi Halina Hana Helena Henryk Hristo Iga Igor Ildiko Ilie
Ileana Ilya Ilija Ioan Ioana Ion Irena Iryna Istvan Ivana Ivanka Ivona Iwona Jacek Jadwiga Jakub Janos Janusz Jarmila
Jaroslav Jaroslaw Jelena Jerzy Jindrich Jiri Jitka Joanna Jolanta Josip Jozef Jozsef Jovan Jovana Julianna Julita
Kamil Kamila Karel Karolina Karoly Kasia Katalin Katarzyna Kateryna Katerina Kazimierz Kinga Klaudia Kornel Krisztina
Krystyna Krzysztof Ksenia Kveta Ladislav Laszlo Lech Leszek Lenka Levente Libor Lidija Liliya Liudmila Ljubica Lubomir
Lubos Lucja Lucyna Ludmila Lukas Lukasz Lyudmila Maciej Magdolna Malgorzata Marcin Marek Mariana Marija Mariola
Mariusz Marketa Marko Martyna Maryla Mateja Mateusz Matej Mateo Matyas Michal Mihai Mihaela Mikhail Mikolaj Milan
Milada Milica Milos Milosz Mirela Miroslav Miroslaw Miroslava Mladen Monika Nadezhda Natalya Nebojsa Nemanja Nevena
Nenad Nikita Nikolai Nikolina Oana Oksana Oleg Oleksandr Oleksiy Olena Olha Olga Ondrej Orsolya Otylia Patrycja
Paulina Pavel Pavla Pavol Pawel Petar Petr Piotr Predrag Premysl Przemyslaw Radek Radka Radmila Radoslav Radoslaw
Radomir Rafal Rastislav Reka Renata Robertas Rodica Roksana Romana Rostislav Roza Ruslan Ryszard Sandor Sanja Sarolta
Sergei Sergey Serhiy Sergiu Simona Slavica Slavko Slawomir Slobodan Snezana Sona Sorin Stanislav Stanislaw Stanislava
Stefania Stela Stepan Stjepan Svetlana Svitlana Sylwia Szabolcs Szymon Tadeusz Tamas Tatiana Tatyana Teodor Teodora
Tereza Terezia Tibor Tihomir Timea Tomas Tomasz Tomislav Tunde Urszula Vaclav Valery Vasile Vasil Vasyl Veronika Vesna
Victoria Viera Viktoriya Violeta Vit Vita Vitaly Vladimir Vlado Vladislav Vlasta Vojtech Volodymyr Waclaw Waldemar
Wanda Weronika Wieslaw Wieslawa Wiktor Wiktoria Wladyslaw Wlodzimierz Wojciech Yana Yaroslav Yelena Yevgeny Yulia Yuri
Yuriy Zbigniew Zbyszek Zdenek Zdzislaw Zofia Zoltan Zoran Zsofia Zsolt Zsuzsanna Zuzana Zygmunt`

const further = `Aaliyah Abdullah Aditi Aditya Adnan Ahmad Ahmed Aisha Ajay Akash Ali Alparslan Amal Amina Amir Amit Amrita Ananya Anil
Anjali Ankit Ankita Anthi Apostolos Aristea Arjun Arun Asha Ashok Asif Aslan Asuka Athanasios Ayse Aysegul Ayesha
Aylin Ayumi Azra Babak Bahar Baris Basil Berk Bilal Burak Canan Cem Cemal Cemile Chiamaka Chidi Chinedu Chukwuma Deepa
Deepak Defne Deniz Derya Dilek Dimitra Dimitrios Dimitris Divya Ebru Efe Eirini Eitan Ekin Elif Elias Emeka Emin Emine
Emre Ercan Eren Erdem Erkan Esen Esra Evangelia Evangelos Fadi Farah Fatih Fatma Fatima Fatimah Ferhat Feride Fikret
Filiz Firat Funda Furkan Georgios Gita Gizem Gokhan Gul Gulay Gulsen Hakan Hala Halil Hamza Hande Haruki Haruto Hasan
Hassan Hatice Hayat Hikaru Hiroshi Huda Huseyin Hussein Ibrahim Idris Ifeoma Ilhan Imran Indira Ioanna Ioannis Ipek
Isha Ishaan Ismail Jamal Jamila Jyoti Kaan Kader Kadir Kamal Karan Karim Kavita Kemal Keiko Kenji Kerem Kerim Khadija
Khalid Kiran Konstantina Konstantinos Krishna Kwame Lakshmi Lamia Latifa Layla Leila Levent Leyla Maher Mahmoud Mahmut
Makoto Malik Manish Manoj Marwan Maryam Meera Megha Mehmet Melek Meltem Mert Meryem Mina Misaki Mohamed Mohammad
Mohammed Mona Muhammad Muhammed Mukesh Murat Mustafa Nabil Nadir Naoko Naomi Nasrin Navin Nazli Neha Nermin Neslihan
Nihal Nikhil Nikolaos Nilufer Nisha Noor Nour Nuray Nuri Oguz Okan Omar Omer Onur Orhan Osama Osman Ozan Ozge Ozlem
Panagiotis Paraskevi Parvati Pinar Pooja Prakash Pranav Prasad Pratibha Priya Priyanka Rachid Radha Rahul Raj Rajesh
Rajiv Rakesh Ramesh Rana Rania Rashid Ravi Rekha Reyhan Riya Rohan Rohit Sabri Sachin Sadia Sakura Salim Salma Sami
Samir Samira Sana Sandeep Sanjay Sanjeev Selim Selin Sema Serdar Serkan Seda Sevgi Shalini Shankar Shilpa Shreya Sibel
Sinan Sita Smita Snehal Sofoklis Spyros Sunil Sunita Suresh Sushma Swati Takashi Taner Tarek Tarkan Tayfun Tolga Tugba
Tulay Turgut Ugur Umit Umut Usha Vasilis Vasiliki Vijay Vikram Vinod Volkan Vural Yasemin Yasin Yasmin Yavuz Yasuko
Yildiz Yilmaz Yoko Yosef Yuki Yusuf Zainab Zehra Zeynep Zeki Zerrin`

const otherScripts = `Александр Александра Алексей Алина Анастасия Андрей Анна Антон Борис Валентина Валерий Вера Виктор Виктория Виталий
Владимир Галина Дарья Денис Дмитрий Евгений Евгения Екатерина Елена Иван Игорь Ирина Кирилл Ксения Лариса Людмила
Максим Марина Мария Михаил Надежда Наталья Никита Николай Оксана Олег Ольга Павел Полина Роман Светлана Сергей Татьяна
Юлия Юрий Яна Γιώργος Γεώργιος Δημήτρης Ελένη Ιωάννης Κωνσταντίνος Μαρία Νίκος Παναγιώτης Σοφία Αικατερίνη Άννα`

/**
 * Given names that are common surnames too: alone, or before a plain given name, they may be either. Kept apart from
 * the list above, in which most of them stand as well.
 */
const surnames = `Adam Albert Albrecht Alexander Allen Andreas Anders Anton Arnold Arthur August Bernard Bernhard Bruno Charles
Christian Claude Clemens Conrad Daniel David Dean Denis Dietrich Douglas Duncan Eberhard Elias Emil Erhard Ernst Eugen
Felix Ferdinand Florian Francis Frank Franz Friedrich Fritz Gabriel Gaspard Georg George Gerard Gerhard Germain
Gilbert Gordon Graham Gregory Guillaume Gunther Harald Hartmut Heinrich Heinz Helmut Henry Herbert Hermann Horst
Howard Hubert Hugo Jacob Jakob James Jordan Josef Joseph Julien Julius Karl Keith Kelly Kim Konrad Kurt Lambert
Laurent Lawrence Lee Leo Leon Leonard Leopold Leslie Lewis Lloyd Lorenz Lothar Louis Lucas Ludwig Lukas Luke Marc
Marco Mark Martin Mathieu Matthias Maurice Max Michael Michel Moritz Neville Nicolas Noah Noel Norman Oliver Oswald
Otto Owen Pascal Paul Perrin Peter Philipp Philippe Pierre Quentin Ralph Raymond Reinhard Reinhold Remy Rene Richard
Robert Robin Roger Roland Roman Romain Ross Roy Rudolf Rupert Russell Ryan Samuel Scott Sebastian Siegfried Sigmund
Simon Stanley Stefan Stephan Stewart Stuart Theodor Thomas Todd Tyler Ulrich Urban Valentin Victor Vincent Vinzenz
Vogt Walter Werner Wilhelm Winston Wolf Wolfram Xavier Yildiz Yilmaz Aslan Ali Ahmed Kaya Malik Hassan Hussein Kumar
Prasad Raj Krishna Rosario Santiago Salvador Ramon Alonso Blanco Franco Leonardo Vita Cruz Luz Reyes Milan Iris Rosa
Viola Flora Aurora Victoria Lola Romeo Alba Daisy Ruby Violet Amber Hazel Holly Heather Ivy Poppy June Grace Melody
Madison Chelsea Georgia Virginia Florence Diana Sofia`

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).map(fold))

const known = wordsOf([english, german, romance, northern, eastern, further, otherScripts].join(' '))
const alsoSurnames = wordsOf(surnames)

/** Whether somebody can be called so: a word in any case, with or without its accents. */
export const isGivenName = (word: string): boolean => known.has(fold(word)) && fold(word) !== ''

/** Given names that stand for a family where the family comes first. */
const familiesFirst = wordsOf(
  'Kim Lee Li Lin An Han Jin Song Sung Chan Min Tan Yang Young Wang Wei Mai Jung Ho Hu',
)

/** Whether a given name is rather a family's where it stands first: "Kim Min-jun". */
export const isFamilyFirst = (word: string): boolean => familiesFirst.has(fold(word))

/** Whether a given name stands as well for a family, a firm or a place. */
export const mayBeOtherName = (word: string): boolean => alsoSurnames.has(fold(word))
